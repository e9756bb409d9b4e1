import browser from 'webextension-polyfill';
import type { ChooserWindow } from '../ports.ts';
import { answered, givenWithinMs } from './within.ts';

export const chooserPath = '/src/chooser/index.html';

/** A small window of its own: over a page the browser's dialog would be in the way, and a popup closes too easily. */
export const chooserWindow: ChooserWindow = {
  async open(id) {
    // Firefox for Android has no windows.
    if (browser.windows === undefined) return null;
    const url = browser.runtime.getURL(`${chooserPath}?id=${id}`);
    const opened = browser.windows.create({ type: 'popup', url, width: 420, height: 520 });
    return (await answered(opened, null, givenWithinMs))?.id ?? null;
  },
};

/** Must be called in the worker's first turn. */
export function onChooserClosed(closed: (windowId: number) => void): void {
  browser.windows?.onRemoved.addListener(closed);
}
