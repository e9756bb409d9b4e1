import { startDemoServer } from '../../src/demo/demo-server.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import { until } from '../../test/browser/until.ts';
import { type Desk, openDesk } from '../../test/e2e/desk.ts';
import { keysInPopup, type PopupKeyTimes } from './keys-in-popup.ts';
import { notedReady, watchPopups } from './popup-clock.ts';
import { progress } from './progress.ts';
import { type Scale, tenantSizeOf } from './scale-records.ts';
import { median } from './statistics.ts';
import { workerHeapMB } from './worker-heap.ts';

const runs = 9;
const site = 'https://portal.northwind.example/';

/** What an account of this size costs in Chromium, on the production build. */
export interface ScaleInBrowser {
  /** Median milliseconds from the popup's navigation start to focus and painted rows, the worker having ended before. */
  readonly popupMs: number;
  /** Median milliseconds from the first search of a worker that had ended to its answer: the index is opened for it. */
  readonly firstSearchMs: number;
  /** Median milliseconds from a further search to its answer, message to the worker and back included. */
  readonly searchMs: number;
  /** From a key in the popup's search to its list, everything between included. */
  readonly keys: PopupKeyTimes;
  /** Megabytes (10^6 bytes) in use in the worker's JavaScript heap, array buffers included, after searches and a collection. */
  readonly workerHeapMB: number;
}

async function wholeIndex(desk: Desk, size: number): Promise<void> {
  await desk.ask('index.sync', { apiKeyId: null, full: true });
  let page = 0;
  const whole = async (): Promise<boolean> => {
    const [state] = await desk.ask('index.state', {});
    const now = state?.syncing?.pages ?? page;
    if (now !== page) progress(`${size} passwords in the browser: page ${now}`);
    page = now;
    return state?.coverage === 'complete' && state.syncing === null;
  };
  await until('the whole index', whole, 10 * 60_000);
}

/** Opens the popup over an ended worker; gives when it was ready. */
async function openCold(desk: Desk): Promise<number> {
  await desk.browser.killWorker();
  const popup = await desk.browser.openPopup();
  const { ready, navigationStart } = await until('the popup', () => popup.evaluate(notedReady));
  await desk.browser.closePopup();
  return ready - navigationStart;
}

/** DevTools may come too late to a popup, which then notes nothing: such a one is opened again. */
async function openColdSurely(desk: Desk, attempts = 3): Promise<number> {
  try {
    return await openCold(desk);
  } catch (reason) {
    if (attempts === 1) throw reason;
    await desk.browser.closePopup();
    return openColdSurely(desk, attempts - 1);
  }
}

async function popupMs(desk: Desk): Promise<number> {
  const tab = await desk.browser.openTab(site);
  const unwatch = await watchPopups(pageOf(desk.options).browser(), `${desk.browser.extensionUrl}src/popup/index.html`);
  try {
    await openColdSurely(desk);
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await openColdSurely(desk));
    return median(times);
  } finally {
    await unwatch();
    await tab.close();
  }
}

async function searchMs(desk: Desk, query: string): Promise<number> {
  const start = performance.now();
  await desk.ask('index.search', { query, limit: 100, origin: site, organizationId: null });
  return performance.now() - start;
}

async function searches(desk: Desk): Promise<Pick<ScaleInBrowser, 'firstSearchMs' | 'searchMs'>> {
  const first: number[] = [];
  const further: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await desk.browser.killWorker();
    // Its start alone is in the popup's time.
    await desk.ask('vault.status', {});
    first.push(await searchMs(desk, 'northwind portal'));
    for (const query of ['contoso admin', 'fabrikam fw', 'm365']) further.push(await searchMs(desk, query));
  }
  return { firstSearchMs: median(first), searchMs: median(further) };
}

/** Syncs a fake account of this size by the extension itself, and measures around it. */
export async function scaleInBrowser(scale: Scale): Promise<ScaleInBrowser> {
  const server = await startDemoServer({ fake: createFakeItGlue({ sizes: { us: tenantSizeOf(scale) } }) });
  const desk = await openDesk('chromium', { vault: true, server });
  try {
    await desk.linked({ host: 'portal.northwind.example' });
    await wholeIndex(desk, scale.passwords);
    const popup = await popupMs(desk);
    const times = await searches(desk);
    const keys = await keysInPopup(await desk.browser.openPopup());
    await desk.browser.closePopup();
    return { popupMs: popup, ...times, keys, workerHeapMB: await workerHeapMB(desk) };
  } finally {
    await desk.close();
  }
}
