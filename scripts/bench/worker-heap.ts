import type { Target } from 'puppeteer-core';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';

/** Megabytes (10^6 bytes) in use in a target's heap, array buffers included, after a collection. */
async function heapMB(target: Target): Promise<number> {
  const session = await target.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  // Typed arrays lie beside the heap; the types of the protocol are older than the number of their bytes.
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}

const targetsOf = (desk: Desk): readonly Target[] => pageOf(desk.options).browser().targets();

/** Of the worker. Chromium only; throws where the worker sleeps. */
export async function workerHeapMB(desk: Desk): Promise<number> {
  const { extensionUrl } = desk.browser;
  const worker = targetsOf(desk).find(
    (target) => target.type() === 'service_worker' && target.url().startsWith(extensionUrl),
  );
  if (worker === undefined) throw new Error('The worker does not run.');
  return heapMB(worker);
}

/** Of the open popup, with what else of the extension's pages shares its process. Chromium only; throws where none is open. */
export async function popupHeapMB(desk: Desk): Promise<number> {
  const popup = targetsOf(desk).find((target) => target.url().startsWith(`${desk.browser.extensionUrl}src/popup/`));
  if (popup === undefined) throw new Error('The popup is not open.');
  return heapMB(popup);
}
