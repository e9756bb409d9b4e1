import { pageOf } from '../../test/browser/page-tab.ts';
import { until } from '../../test/browser/until.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { manyEntries } from './many-entries.ts';
import { notedPaint, notedReady, type PopupPaint, type PopupTimes, watchPopups } from './popup-clock.ts';
import { progress } from './progress.ts';
import { median, tenths } from './statistics.ts';

const entries = 500;
const runs = 10;

/** Medians in milliseconds until the search box has the focus and the first rows are painted, with 500 entries. */
export interface PopupInteractive {
  /** From the start of the popup's navigation, by the popup's clock. */
  readonly n500: number;
  readonly runs: readonly number[];
  /** From the click on the toolbar button as DevTools makes it, its own way to the browser included. */
  readonly fromTrigger: number;
  readonly firstPaint: number;
  /** The largest of all runs. */
  readonly shift: number;
}

/** What comes after the first rows, such as the age of the index, has come by then (ms). */
const atRestMs = 500;

interface Opened extends PopupTimes, PopupPaint {
  readonly triggered: number;
}

async function openOnce(desk: Desk): Promise<Opened> {
  const triggered = Date.now();
  const popup = await desk.browser.openPopup();
  const times = await until('the popup to be ready', () => popup.evaluate(notedReady)).catch(async (reason: Error) => {
    const shown = (await popup.text()).replace(/\s+/g, ' ').slice(0, 200);
    throw new Error(`${reason.message}; it shows: ${shown}`, { cause: reason });
  });
  await new Promise((resolve) => setTimeout(resolve, atRestMs));
  const paint = await popup.evaluate(notedPaint);
  await desk.browser.closePopup();
  return { ...times, ...paint, triggered };
}

/** DevTools may come too late to a popup, which then notes nothing: such a one is opened again, and said. */
async function openSurely(desk: Desk, attempts = 3): Promise<Opened> {
  try {
    return await openOnce(desk);
  } catch (reason) {
    if (attempts === 1) throw reason;
    progress(`popup: opened again, since ${String(reason)}`);
    await desk.browser.closePopup();
    return openSurely(desk, attempts - 1);
  }
}

async function openOften(desk: Desk): Promise<PopupInteractive> {
  // The first popup of a browser starts a process and fills the code cache.
  await openSurely(desk);
  const opened: Opened[] = [];
  for (let run = 0; run < runs; run += 1) {
    progress(`popup: run ${run + 1} of ${runs}`);
    opened.push(await openSurely(desk));
  }
  const times = opened.map(({ ready, navigationStart }) => tenths(ready - navigationStart));
  const whole = opened.map(({ ready, triggered }) => ready - triggered);
  return {
    n500: tenths(median(times)),
    runs: times,
    fromTrigger: tenths(median(whole)),
    firstPaint: tenths(median(opened.map(({ firstPaint }) => firstPaint))),
    shift: Math.max(...opened.map(({ shift }) => shift)),
  };
}

/** The true popup over a page that one session fits, in a vault of 500 entries. */
export async function popupInteractive(desk: Desk): Promise<PopupInteractive> {
  await manyEntries(desk, entries);
  const tab = await desk.browser.openTab('https://portal.northwind.example/');
  const url = `${desk.browser.extensionUrl}src/popup/index.html`;
  const unwatch = await watchPopups(pageOf(desk.options).browser(), url);
  try {
    return await openOften(desk);
  } finally {
    await unwatch();
    await tab.close();
  }
}
