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

/** When the worker that a target stands for was started. Puppeteer's own handle may be of one that is gone. */
async function startOf(target: Target): Promise<unknown> {
  const session = await target.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', { expression: 'performance.timeOrigin' });
  await session.detach();
  return result.value;
}

/**
 * Chromium forgets a worker that has ended, unless somebody has woken it again by then. One that was ended in the middle of
 * its work (a passphrase's key) takes that to its end first; whoever asks it something meanwhile has it hang for ever.
 */
const forgottenWithinMs = 4_000;

/**
 * Ends the service worker and resolves once it has ended. A page that asks it something may have it up again by then:
 * Chromium goes on calling the new one by the old one's name, but it was started later.
 */
export async function killServiceWorker({ browser, base }: Chromium): Promise<void> {
  const target = browser.targets().find(isWorkerOf(base));
  if (target === undefined) return;
  const before = await startOf(target);
  const worker = await target.worker();
  // What fails is leaving one that came back earlier; closing it comes first.
  await worker?.close().catch(() => undefined);
  const closed = Date.now();
  await until('the service worker to end', async () => {
    if (!browser.targets().includes(target)) return true;
    return Date.now() - closed > forgottenWithinMs && (await startOf(target)) !== before;
  });
}
