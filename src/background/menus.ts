import browser from 'webextension-polyfill';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

export type MenuItem = 'fill' | 'choose' | 'lock';

const titles: Readonly<Record<MenuItem, TextKey>> = {
  fill: 'menuFill',
  choose: 'menuChoose',
  lock: 'menuLock',
};

const items = Object.keys(titles) as readonly MenuItem[];

async function create(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of items) browser.contextMenus.create({ id, title: text(titles[id]), contexts: ['page', 'editable'] });
}

/**
 * The right-click menu on pages and fields. No names of entries: both browsers keep what is in a menu on the disk, in clear.
 * Must be called in the worker's first turn.
 */
export function menus(chosen: (item: MenuItem) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(create);
  browser.runtime.onStartup.addListener(create);
  browser.contextMenus.onClicked.addListener(async (info) => {
    const item = items.find((known) => known === info.menuItemId);
    // Only the top document is ever filled, so a click inside a frame means the page, not the frame.
    if (item !== undefined) await chosen(item);
  });
}
