import type { Page } from 'puppeteer-core';
import { type Chromium, inQuietTab } from './chromium-worker.ts';
import { addHostPermission, answerRequests, requestOrigin } from './chromium-worker-scope.ts';
import type { BrowserDriver } from './driver.ts';

/** Site access is given on chrome://extensions; the request that follows then needs no prompt and makes it count. */
async function grant(chromium: Chromium, pattern: string): Promise<void> {
  const id = new URL(chromium.base).host;
  await inQuietTab(
    chromium,
    (page) => page.evaluate(addHostPermission, id, pattern),
    'chrome://extensions/strings.m.js',
  );
  await inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    const expression = `(${requestOrigin})(${JSON.stringify(pattern)})`;
    const { result } = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
    if (result.value !== true) throw new Error(`site access to ${pattern} was not granted: ${result.description}`);
  });
}

export interface ChromiumAccess extends Pick<BrowserDriver, 'grantSiteAccess' | 'answerPrompts'> {
  /** Has the permission requests of an extension page answered, once the test has said how. */
  readonly watch: (page: Page) => Promise<void>;
}

export function chromiumAccess(chromium: Chromium): ChromiumAccess {
  let answer: 'accept' | 'deny' | undefined;
  const watched = new WeakSet<Page>();
  const decide = async (origins: readonly string[]) => {
    if (answer === 'accept') for (const origin of origins) await grant(chromium, origin);
    return answer === 'accept';
  };
  return {
    grantSiteAccess: (pattern) => grant(chromium, pattern),
    async answerPrompts(next) {
      answer = next;
    },
    async watch(page) {
      if (answer === undefined || watched.has(page)) return;
      watched.add(page);
      await page.exposeFunction('answerRequest', decide);
      await page.evaluateOnNewDocument(answerRequests);
      await page.evaluate(answerRequests);
    },
  };
}

/** What the browser's clipboard holds, read in a tab that believes to have the focus. */
export async function clipboardOf(chromium: Chromium): Promise<string> {
  const origin = chromium.base.slice(0, -1);
  await chromium.browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read']);
  return inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page.evaluate(() => navigator.clipboard.readText());
  });
}
