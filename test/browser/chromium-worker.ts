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

/** Ends the service worker and resolves once the browser has forgotten it. */
export async function killServiceWorker({ browser, base }: Chromium): Promise<void> {
  const target = browser.targets().find(isWorkerOf(base));
  if (target === undefined) return;
  const worker = await target.worker();
  await worker?.close();
  await until('the service worker to end', async () => !browser.targets().includes(target));
}
