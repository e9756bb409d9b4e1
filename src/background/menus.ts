import browser, { type Menus } from 'webextension-polyfill';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

export const menuItems = [
  'unlock',
  'fill',
  'choose',
  'field-username',
  'field-password',
  'field-code',
  'copy-username',
  'copy-code',
  'lock',
] as const;
export type MenuItem = (typeof menuItems)[number];

/** What the menu has to be true to: the vault, and the page in front. */
export interface MenuState {
  readonly locked: boolean;
  /** Whether a session is for the page in front; null: the browser does not show us its address before the click. */
  readonly linked: boolean | null;
}

/** What was clicked, and where. */
export interface MenuClick {
  readonly item: MenuItem;
  /** The field under the pointer, as the browser names it; null where it names none. */
  readonly target: number | null;
  readonly inFrame: boolean;
}

interface Item {
  readonly title: TextKey;
  readonly on: 'page' | 'field';
  /** Whether it is of use only where a session is for the page. */
  readonly needsSession: boolean;
}

const items: Readonly<Record<MenuItem, Item>> = {
  unlock: { title: 'menuUnlock', on: 'page', needsSession: false },
  fill: { title: 'menuFill', on: 'page', needsSession: true },
  choose: { title: 'menuChoose', on: 'page', needsSession: true },
  'field-username': { title: 'menuFieldUsername', on: 'field', needsSession: true },
  'field-password': { title: 'menuFieldPassword', on: 'field', needsSession: true },
  'field-code': { title: 'menuFieldCode', on: 'field', needsSession: true },
  'copy-username': { title: 'menuCopyUsername', on: 'page', needsSession: true },
  'copy-code': { title: 'menuCopyCode', on: 'page', needsSession: true },
  lock: { title: 'menuLock', on: 'page', needsSession: false },
};

/** Firefox has its own name for menus, a kind of its own for password fields, and tells which element was clicked. */
const firefox = browser.menus !== undefined;
const contexts: Readonly<Record<Item['on'], readonly Menus.ContextType[]>> = {
  page: ['page', 'editable', ...(firefox ? (['password'] as const) : [])],
  field: ['editable', ...(firefox ? (['password'] as const) : [])],
};

/** Locked, there is one way: in. Unlocked, what no session is for is shown, and switched off. */
function stateOf(
  id: MenuItem,
  { locked, linked }: MenuState,
): { readonly visible: boolean; readonly enabled: boolean } {
  return { visible: locked === (id === 'unlock'), enabled: !items[id].needsSession || linked !== false };
}

async function create(state: MenuState): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of menuItems) {
    const { title, on } = items[id];
    browser.contextMenus.create({ id, title: text(title), contexts: [...contexts[on]], ...stateOf(id, state) });
  }
}

const rejectsSilently = (): undefined => undefined;

/**
 * The right-click menu on pages and fields; with more than one item browsers make it a sub-menu. No names of entries:
 * both browsers keep what is in a menu on the disk, in clear. Must be called in the worker's first turn; what it answers
 * keeps the menu true.
 */
export function menus(
  chosen: (click: MenuClick) => Promise<void>,
  now: () => Promise<MenuState>,
): (state: MenuState) => Promise<void> {
  const createAnew = async (): Promise<void> => create(await now());
  browser.runtime.onInstalled.addListener(createAnew);
  browser.runtime.onStartup.addListener(createAnew);
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, frameId = 0, targetElementId = null }) => {
    const item = menuItems.find((known) => known === menuItemId);
    if (item !== undefined) await chosen({ item, target: targetElementId, inFrame: frameId !== 0 });
  });
  return async (state) => {
    // An item that is not there yet is made with the state of that moment.
    const updates = menuItems.map((id) => browser.contextMenus.update(id, stateOf(id, state)).catch(rejectsSilently));
    await Promise.all(updates);
  };
}
