import browser, { type Runtime } from 'webextension-polyfill';
import type { Clipboard } from '../ports.ts';
import { createOffscreenPage, type Offscreen } from './offscreen-page.ts';
import { inTime } from './within.ts';

const { offscreen } = browser as unknown as { readonly offscreen?: Offscreen };

/** Firefox runs the background as an event page, whose navigator has what a worker's has not. */
const eventPage = navigator as WorkerNavigator & { readonly clipboard: { writeText(text: string): Promise<void> } };

/** The one name under which the offscreen page connects. */
export const clipboardPortName = 'clipboard';
const blank = ' ';

/** Chromium's worker has no clipboard and needs an offscreen page; Firefox's event page writes by itself. */
export function createClipboard(): Clipboard & {
  /** The offscreen page connected: it is told what to write, and nothing is told to anybody else. */
  readonly serve: (port: Runtime.Port) => void;
} {
  const page = offscreen === undefined ? null : createOffscreenPage(offscreen);
  const put = (text: string): Promise<void> =>
    page === null ? inTime(eventPage.clipboard.writeText(text)) : page.write(text);
  return {
    clear: () => put(blank),
    write: (secret) => put(secret.expose()),
    serve: (port) => (page === null ? port.disconnect() : page.serve(port)),
  };
}
