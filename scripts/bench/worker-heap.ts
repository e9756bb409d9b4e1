import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';

/** Megabytes (10^6 bytes) in use in the worker's heap, array buffers included, after a collection. Chromium only; throws where the worker sleeps. */
export async function workerHeapMB(desk: Desk): Promise<number> {
  const { extensionUrl } = desk.browser;
  const worker = pageOf(desk.options)
    .browser()
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(extensionUrl));
  if (worker === undefined) throw new Error('The worker does not run.');
  const session = await worker.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  // Typed arrays lie beside the heap; the types of the protocol are older than the number of their bytes.
  const usage: { usedSize: number; backingStorageSize?: number } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}
