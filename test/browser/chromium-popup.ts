import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extension, Page } from 'puppeteer-core';
import type { ChromiumAccess } from './chromium-access.ts';
import { frontPage } from './chromium-tabs.ts';
import { type Chromium, workerOf } from './chromium-worker.ts';
import { addressIsKnown, restorePopup, takePopupAway } from './chromium-worker-scope.ts';
import type { PopupMethods } from './driver.ts';
import { pageSurface } from './page-tab.ts';
import { until } from './until.ts';

function popupUrl(base: string, folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
  };
  return new URL(manifest.action?.default_popup ?? '', base).href;
}

export function chromiumPopup(chromium: Chromium, extension: Extension, access: ChromiumAccess): PopupMethods {
  const { browser } = chromium;
  const url = popupUrl(chromium.base, extension.path);
  /** A page target with this address that puppeteer does not count among the tabs. */
  const beside = async (isMeant: (address: URL) => boolean): Promise<Page | null> => {
    const tabs = new Set((await browser.pages()).map((page) => page.target()));
    const target = browser
      .targets()
      .find((each) => each.url().split(/[?#]/)[0] === url && isMeant(new URL(each.url())) && !tabs.has(each));
    return target === undefined ? null : target.asPage();
  };
  const popupPage = () => beside(({ hash }) => hash === '');
  const loaded = async (page: Page) => {
    await until('the page to load', () => page.evaluate(() => document.readyState === 'complete'));
    await access.watch(page);
    return pageSurface(page);
  };
  const waitForPopup: PopupMethods['waitForPopup'] = async () => loaded(await until('the popup', popupPage));
  return {
    async openPopup(tab) {
      const page = await frontPage(browser, tab);
      await page.triggerExtensionAction(extension);
      return waitForPopup();
    },
    waitForPopup,
    waitForPanel: async () => loaded(await until('the side panel', () => beside(({ hash }) => hash !== ''))),
    popupIsOpen: async () => (await popupPage()) !== null,
    async closePopup() {
      // It may be closing by itself already.
      await (await popupPage())?.close().catch(() => undefined);
      await until('the popup to close', async () => (await popupPage()) === null);
    },
  };
}

/** activeTab for the page in front, as a click on the toolbar button gives it, with the popup taken away meanwhile. */
export async function grantActiveTab(chromium: Chromium, extension: Extension, page: Page): Promise<void> {
  const before = await (await workerOf(chromium)).evaluate(takePopupAway);
  // A popup that is still closing swallows the click.
  await until('activeTab', async () => {
    await page.triggerExtensionAction(extension);
    return (await workerOf(chromium)).evaluate(addressIsKnown, before.tabId);
  });
  await (await workerOf(chromium)).evaluate(restorePopup, before);
}
