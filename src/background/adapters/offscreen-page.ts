import browser, { type Runtime } from 'webextension-polyfill';
import { answered, inTime, within } from './within.ts';

/** What Chromium alone has. */
export interface Offscreen {
  createDocument(options: {
    readonly url: string;
    readonly reasons: readonly string[];
    readonly justification: string;
  }): Promise<void>;
  closeDocument(): Promise<void>;
}

export interface OffscreenPage {
  /** Throws when the page did not say that it wrote, after as many attempts as there are. */
  readonly write: (text: string) => Promise<void>;
  /** The page connected: it is told what to write, and nothing is told to anybody else. */
  readonly serve: (port: Runtime.Port) => void;
}

const writtenWithinMs = 5_000;
/** How often a write is tried: a copied secret must not stay because the machine was busy. */
const attempts = 3;
/**
 * How long the page stays after it wrote. Chromium drops what a page that is closed has just copied, though it told the page
 * that it was copied: on a busy machine one copy in sixteen.
 */
const settledMs = 1_000;

const justification = 'Writes a one-time code to the clipboard, and a blank over what was copied, after 30 seconds.';

/** The page itself: opened when there is none, told one text at a time, closed. */
function connection(offscreen: Offscreen) {
  const url = browser.runtime.getURL('src/offscreen/index.html');
  let pending: { readonly text: string; readonly written: () => void } | null = null;
  let open: Runtime.Port | null = null;
  return {
    /** Whether the page said that it wrote. */
    async write(text: string): Promise<boolean> {
      const written = new Promise<true>((resolve) => {
        pending = { text, written: () => resolve(true) };
      });
      try {
        if (open === null)
          await inTime(offscreen.createDocument({ url, reasons: ['CLIPBOARD'], justification }), writtenWithinMs);
        else open.postMessage(text);
        return (await within(writtenWithinMs, written)) === true;
      } catch {
        // One that an ended worker left behind is in the way: it is closed, and the next attempt has room.
        return false;
      } finally {
        pending = null;
      }
    },
    async close(): Promise<void> {
      open = null;
      // A page that never came needs no closing.
      await answered(offscreen.closeDocument(), undefined);
    },
    serve(port: Runtime.Port): void {
      if (pending === null || port.sender?.id !== browser.runtime.id || port.sender.url !== url)
        return void port.disconnect();
      open = port;
      port.onDisconnect.addListener(() => {
        if (open === port) open = null;
      });
      port.onMessage.addListener(() => pending?.written());
      port.postMessage(pending.text);
    },
  };
}

/** The page that writes to the clipboard for Chromium's worker, which has none. One page, and one text, at a time. */
export function createOffscreenPage(offscreen: Offscreen): OffscreenPage {
  const page = connection(offscreen);
  let before: Promise<unknown> = Promise.resolve();
  let writes = 0;

  /** One after the other: the browser allows no second page. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = before.then(work, work);
    before = turn;
    return turn;
  }
  function closeOnceSettled(): void {
    const last = writes;
    const closeUnlessUsed = async () => (writes === last ? page.close() : undefined);
    setTimeout(() => void inTurn(closeUnlessUsed), settledMs);
  }
  async function write(text: string): Promise<void> {
    writes += 1;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await page.write(text)) return closeOnceSettled();
      await page.close();
    }
    throw new Error('the clipboard was not written');
  }
  return { write: (text) => inTurn(() => write(text)), serve: page.serve };
}
