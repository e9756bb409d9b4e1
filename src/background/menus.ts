import browser from 'webextension-polyfill';
import { asId, type EntryId } from '../domain/ids.ts';
import { menuTitle } from '../domain/menu-title.ts';
import type { FrontMatch } from './use-cases/front-matches.ts';

export type MenuItem = 'fill' | 'choose' | 'lock';
export type MenuChoice = { readonly item: MenuItem } | { readonly session: EntryId };

const titles: Readonly<Record<MenuItem, string>> = {
  fill: 'Fill user name and password',
  choose: 'IT Glue credentials list…',
  lock: 'Lock the vault',
};

const items = Object.keys(titles) as readonly MenuItem[];
const sessionPrefix = 'session-';
const mostMatches = 6;

type Context = 'page' | 'editable';
const contexts: [Context, Context] = ['page', 'editable'];

async function create(matches: readonly FrontMatch[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, name } of matches)
    browser.contextMenus.create({ id: `${sessionPrefix}${id}`, title: `Fill ${menuTitle(name)}`, contexts });
  if (matches.length > 0) browser.contextMenus.create({ id: 'separator', type: 'separator', contexts });
  for (const id of items) browser.contextMenus.create({ id, title: titles[id], contexts });
}

function choiceOf(menuItemId: string | number): MenuChoice | null {
  const id = String(menuItemId);
  if (id.startsWith(sessionPrefix)) return { session: asId<'entry'>(id.slice(sessionPrefix.length)) };
  const item = items.find((known) => known === id);
  return item === undefined ? null : { item };
}

/**
 * The right-click menu on pages and fields. Must be called in the worker's first turn. Answers what shows the sessions of
 * the page in front there; a worker that starts does not know what the browser shows, and so begins anew.
 */
export function menus(
  chosen: (choice: MenuChoice) => Promise<void>,
): (matches: readonly FrontMatch[]) => Promise<void> {
  let shown: string | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const show = (matches: readonly FrontMatch[]): Promise<void> => {
    const offered = matches.slice(0, mostMatches);
    const key = JSON.stringify(offered);
    if (key === shown) return Promise.resolve();
    shown = key;
    const turn = last.then(() => create(offered));
    last = turn.catch(() => {
      shown = null;
    });
    return turn;
  };
  const anew = (): Promise<void> => {
    shown = null;
    return show([]);
  };
  browser.runtime.onInstalled.addListener(anew);
  browser.runtime.onStartup.addListener(anew);
  browser.contextMenus.onClicked.addListener(async (info) => {
    const choice = choiceOf(info.menuItemId);
    // Only the top document is ever filled, so a click inside a frame means the page, not the frame.
    if (choice !== null) await chosen(choice);
  });
  return show;
}
