import type { Browser, Page } from 'puppeteer-core';
import type { ChromiumAccess } from './chromium-access.ts';
import type { Chromium } from './chromium-worker.ts';
import type { TabMethods } from './driver.ts';
import { pageOf, pageTab } from './page-tab.ts';
import type { Tab } from './surface.ts';
import { until } from './until.ts';

/** The page of a tab, brought to the front; without a tab, of the one that is there. */
export async function frontPage(browser: Browser, tab: Tab | undefined): Promise<Page> {
  if (tab !== undefined) {
    await tab.bringToFront();
    return pageOf(tab);
  }
  return until('a tab in front', async () => {
    for (const page of await browser.pages()) {
      if (await page.evaluate(() => document.visibilityState === 'visible')) return page;
    }
    return null;
  });
}

export function chromiumTabs({ browser, base }: Chromium, { watch }: ChromiumAccess): TabMethods {
  const tabs = new WeakMap<Page, Tab>();
  const watchOurs = (page: Page, url: string) => (url.startsWith(base) ? watch(page) : Promise.resolve());
  const tabOf = async (page: Page): Promise<Tab> => {
    await watchOurs(page, page.url());
    const goto = async (url: string) => {
      await watchOurs(page, url);
      await page.goto(url);
    };
    const tab = tabs.get(page) ?? pageTab(page, goto);
    tabs.set(page, tab);
    return tab;
  };
  const openTab = async (url: string): Promise<Tab> => {
    const tab = await tabOf(await browser.newPage());
    await tab.goto(url);
    return tab;
  };
  return {
    openTab,
    openExtensionPage: (path) => openTab(new URL(path, base).href),
    tabs: async () => Promise.all((await browser.pages()).map(tabOf)),
    waitForTab: async (predicate) =>
      tabOf(await until('a tab', async () => (await browser.pages()).find((page) => predicate(page.url())))),
  };
}
