import type { Browser, Page, Target, WebWorker } from 'puppeteer-core';
import { until } from './until.ts';

/** A running Chromium and the `chrome-extension://…/` address of the extension in it. */
export interface Chromium {
  readonly browser: Browser;
  readonly base: string;
}

const isWorkerOf =
  (base: string) =>
  (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(base);

/** Works in a background tab that is closed afterwards. `manifest.json` is at our origin and runs none of our code. */
export async function inQuietTab<T>(
  { browser, base }: Chromium,
  work: (page: Page) => Promise<T>,
  url = `${base}manifest.json`,
): Promise<T> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto(url);
    return await work(page);
  } finally {
    await page.close();
  }
}

async function startWorker(chromium: Chromium): Promise<void> {
  await inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: chromium.base });
    await chromium.browser.waitForTarget(isWorkerOf(chromium.base), { timeout: 10_000 });
  });
}

/** The service worker, started if it sleeps. Never keep it: a handle of a dead worker hangs. */
export async function workerOf(chromium: Chromium): Promise<WebWorker> {
  const isOurs = isWorkerOf(chromium.base);
  if (!chromium.browser.targets().some(isOurs)) await startWorker(chromium);
  return until('the service worker', async () => chromium.browser.targets().find(isOurs)?.worker());
}

/**
 * Ends the service worker and resolves once it has stopped. It may be up again by then: a page that asks it something
 * wakes it, and Chromium then goes on calling the new one by the old one's name.
 */
export async function killServiceWorker(chromium: Chromium): Promise<void> {
  const { browser, base } = chromium;
  const target = browser.targets().find(isWorkerOf(base));
  if (target === undefined) return;
  await inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    let stopped = false;
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      stopped ||= versions.some(({ runningStatus, status }) => status === 'activated' && runningStatus === 'stopped');
    });
    await session.send('ServiceWorker.enable');
    const worker = await target.worker();
    // It is closed first; what fails is leaving one that came back under the same name.
    await worker?.close().catch(() => undefined);
    await until('the service worker to end', async () => stopped || !browser.targets().includes(target));
  });
}
