import browser, { type Runtime } from 'webextension-polyfill';
import type { Clipboard } from '../ports.ts';
import { answered, inTime, within } from './within.ts';

interface Offscreen {
  createDocument(options: {
    readonly url: string;
    readonly reasons: readonly string[];
    readonly justification: string;
  }): Promise<void>;
  closeDocument(): Promise<void>;
}

const { offscreen } = browser as unknown as { readonly offscreen?: Offscreen };

/** Firefox runs the background as an event page, whose navigator has what a worker's has not. */
const eventPage = navigator as WorkerNavigator & { readonly clipboard: { writeText(text: string): Promise<void> } };

/** The one name under which the offscreen page connects. */
export const clipboardPortName = 'clipboard';
const writtenWithinMs = 5_000;
/** How often a write is tried: a copied secret must not stay because the machine was busy. */
const attempts = 3;
const blank = ' ';

const justification = 'Writes a one-time code to the clipboard, and a blank over what was copied, after 30 seconds.';

/** Chromium's worker has no clipboard and needs an offscreen page; Firefox's event page writes by itself. */
export function createClipboard(): Clipboard & {
  /** The offscreen page connected: it is told what to write, and nothing is told to anybody else. */
  readonly serve: (port: Runtime.Port) => void;
} {
  const url = browser.runtime.getURL('src/offscreen/index.html');
  let pending: { readonly text: string; readonly written: () => void } | null = null;
  let before: Promise<void> = Promise.resolve();

  /** Whether the page said that it wrote. */
  async function tryOffscreen(page: Offscreen, text: string): Promise<boolean> {
    const written = new Promise<true>((resolve) => {
      pending = { text, written: () => resolve(true) };
    });
    try {
      await inTime(page.createDocument({ url, reasons: ['CLIPBOARD'], justification }), writtenWithinMs);
      return (await within(writtenWithinMs, written)) === true;
    } catch {
      // One that an ended worker left behind is in the way: it is closed below, and the next attempt has room.
      return false;
    } finally {
      pending = null;
      // A page that never came needs no closing.
      await answered(page.closeDocument(), undefined);
    }
  }
  async function writeOffscreen(page: Offscreen, text: string): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) if (await tryOffscreen(page, text)) return;
    throw new Error('the clipboard was not written');
  }
  /** One page at a time: the browser allows no second one. */
  function inTurn(page: Offscreen, text: string): Promise<void> {
    const write = () => writeOffscreen(page, text);
    before = before.then(write, write);
    return before;
  }
  const put = (text: string): Promise<void> =>
    offscreen === undefined ? inTime(eventPage.clipboard.writeText(text)) : inTurn(offscreen, text);
  return {
    clear: () => put(blank),
    write: (secret) => put(secret.expose()),
    serve(port) {
      if (pending === null || port.sender?.id !== browser.runtime.id || port.sender.url !== url)
        return port.disconnect();
      const { text, written } = pending;
      port.onMessage.addListener(written);
      port.postMessage(text);
    },
  };
}
