import type { Browser, Page } from 'puppeteer-core';
import type { TabMethods } from './driver.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';
import { pageTab } from './page-tab.ts';
import type { Tab } from './surface.ts';
import { until } from './until.ts';

/** The id of a page's browsing context: not public in puppeteer, which is why its version is pinned. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { readonly _id: string })._id;

/** puppeteer's own `goto` waits for ever on an extension page. */
async function navigate(scope: ChromeScope, page: Page, url: string): Promise<void> {
  if (!url.startsWith('moz-extension:')) return void (await page.goto(url));
  await scope.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
}

/** Addresses come from Firefox itself: puppeteer's may be behind on extension pages. */
async function pageAt(browser: Browser, scope: ChromeScope, predicate: (url: string) => boolean) {
  const { contexts } = await scope.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', {
    maxDepth: 0,
  });
  const found = contexts.find(({ url }) => predicate(url));
  return found && (await browser.pages()).find((page) => contextOf(page) === found.context);
}

export function firefoxTabs(browser: Browser, scope: ChromeScope, base: string): TabMethods {
  const tabs = new WeakMap<Page, Tab>();
  const tabOf = (page: Page): Tab => {
    const tab = tabs.get(page) ?? pageTab(page, (url) => navigate(scope, page, url));
    tabs.set(page, tab);
    return tab;
  };
  const openTab = async (url: string): Promise<Tab> => {
    const tab = tabOf(await browser.newPage());
    await tab.goto(url);
    return tab;
  };
  return {
    openTab,
    openExtensionPage: (path) => openTab(new URL(path, base).href),
    tabs: async () => (await browser.pages()).map(tabOf),
    waitForTab: async (predicate) => tabOf(await until('a tab', () => pageAt(browser, scope, predicate))),
  };
}
