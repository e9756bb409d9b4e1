import browser from 'webextension-polyfill';
import type { Clipboard } from '../ports.ts';

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

/** Long enough for the page to run its one line. */
const closeAfterMs = 500;

async function clearOffscreen(page: Offscreen): Promise<void> {
  await page.createDocument({
    url: browser.runtime.getURL('src/offscreen/index.html'),
    reasons: ['CLIPBOARD'],
    justification: 'Overwrites a copied password on the clipboard after 30 seconds.',
  });
  await new Promise((resolve) => setTimeout(resolve, closeAfterMs));
  await page.closeDocument();
}

/** Chromium's worker has no clipboard and needs an offscreen page; Firefox's event page writes by itself. */
export const clipboard: Clipboard = {
  async clear() {
    if (offscreen !== undefined) await clearOffscreen(offscreen);
    else await eventPage.clipboard.writeText(' ');
  },
};
