import browser from 'webextension-polyfill';
import chooseFieldScript from '../../content/choose-field.iife.ts?iife';
import explainScript from '../../content/explain.iife.ts?iife';
import fillScript from '../../content/fill.iife.ts?iife';
import fillFieldScript from '../../content/fill-field.iife.ts?iife';
import { webOrigin } from '../../domain/host.ts';

import type { PageCounts } from '../page-counts-port.ts';
import type { PageScript, Pages } from '../ports.ts';
import { chosenBadge, type EndBadge, endBadge } from './end-badge.ts';
import { answered, answerWithinMs, givenWithinMs, inTime, within } from './within.ts';

const scripts: Readonly<Record<PageScript, string>> = {
  fill: fillScript,
  'fill-field': fillFieldScript,
  'choose-field': chooseFieldScript,
  explain: explainScript,
};

/** What the toolbar button of a tab says. The tab may be closed by now; then there is nothing to show it on. */
async function showBadge(tabId: number, { text, title, color }: EndBadge): Promise<void> {
  const said = [
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
  ];
  await answered(Promise.allSettled(said), null);
}

/** No answer is no proof that the tab is gone. */
async function exists(tabId: number): Promise<boolean> {
  const found = browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
  return (await within(answerWithinMs, found)) ?? true;
}

async function inject(tabId: number, script: PageScript): ReturnType<Pages['inject']> {
  try {
    const results = await within(
      givenWithinMs,
      browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [scripts[script]] }),
    );
    if (results === null) return 'silent';
    const documentId = (results[0] as { readonly documentId?: unknown } | undefined)?.documentId;
    return typeof documentId === 'string' ? { documentId } : 'not-permitted';
  } catch {
    return (await exists(tabId)) ? 'not-permitted' : 'tab-closed';
  }
}

const countOnly = /^\d*$/;
const countColor = '#3f5b66';

const badgeOf = (tabId: number): Promise<string> =>
  answered(browser.action.getBadgeText({ tabId }), 'the tab is closed');

/** How many sessions are for the page. How a fill of it ended is said first, until the browser forgets it with the page. */
async function showCount(tabId: number, count: number): Promise<void> {
  if (!countOnly.test(await badgeOf(tabId))) return;
  const shown = Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: countColor }),
  ]);
  await answered(shown, []);
}

async function clearCounts(): Promise<void> {
  const tabs = await answered(browser.tabs.query({}), []);
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : showCount(id, 0))));
}

/** Tabs, the injected script and the toolbar button. */
export const pages: Pages & PageCounts = {
  async front() {
    const [tab] = await answered(browser.tabs.query({ active: true, lastFocusedWindow: true }), []);
    if (tab?.id === undefined) return null;
    return { tabId: tab.id, origin: webOrigin(tab.url ?? '') };
  },
  async windowOf(tabId) {
    return (await answered(browser.tabs.get(tabId), null))?.windowId ?? null;
  },
  async openTab(url) {
    const tab = await inTime(browser.tabs.create({ url, active: false }));
    return tab.id ?? browser.tabs.TAB_ID_NONE;
  },
  async bringToFront(tabId) {
    // Closed again already: then there is nothing to bring.
    await answered(browser.tabs.update(tabId, { active: true }), null);
  },
  async isComplete(tabId) {
    const tab = await answered(browser.tabs.get(tabId), null);
    return tab?.status === 'complete' && tab.url !== undefined && webOrigin(tab.url) !== null;
  },
  showCount,
  clearCounts,
  inject,
  showEnd: (tabId, record) => showBadge(tabId, endBadge(record.end)),
  showChosen: (tabId) => showBadge(tabId, chosenBadge()),
  async openPopup() {
    return answered(
      browser.action.openPopup().then(() => true),
      false,
    );
  },
};
