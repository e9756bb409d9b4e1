import type { EntryId } from '../../src/domain/ids.ts';
import type { Tab } from '../../test/browser/surface.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { type FillBreakdown, fillBreakdown, type NotedFill } from './fill-breakdown.ts';
import { type TimedFill, timeFill } from './fill-clock.ts';
import { progress } from './progress.ts';
import { median, percentile, tenths } from './statistics.ts';
import { noteSpans, takeSpans } from './worker-spans.ts';

const runs = 20;
const notedRuns = 10;
const url = 'https://portal.northwind.example/';

/** From the fill command's request to the value in the password field, in milliseconds. */
export interface GestureToFilled {
  readonly median: number;
  readonly p95: number;
  readonly runs: readonly number[];
  /** Greatest disagreement of the two pages' clocks. */
  readonly skewMs: number;
  /** Of further runs in which the worker notes its calls. */
  readonly breakdown: FillBreakdown;
}

async function timed(fill: () => Promise<TimedFill>): Promise<readonly TimedFill[]> {
  const all: TimedFill[] = [];
  // The first fill compiles the code and is not what a person meets all day.
  await fill();
  for (let run = 0; run < runs; run += 1) {
    progress(`fill: run ${run + 1} of ${runs}`);
    all.push(await fill());
  }
  return all;
}

async function noted(desk: Desk, fill: () => Promise<TimedFill>): Promise<readonly NotedFill[]> {
  const all: NotedFill[] = [];
  await desk.browser.evaluateInWorker(noteSpans);
  for (let run = 0; run < notedRuns; run += 1) {
    progress(`fill, watched: run ${run + 1} of ${notedRuns}`);
    await desk.browser.evaluateInWorker(takeSpans);
    const one = await fill();
    const spans = await desk.browser.evaluateInWorker(takeSpans);
    all.push({ ...one, spans: spans.filter(({ start }) => start >= one.askedAt) });
  }
  // The worker starts anew without the notes.
  await desk.browser.killWorker();
  return all;
}

async function measure(desk: Desk, tab: Tab, session: EntryId): Promise<GestureToFilled> {
  const fill = () => timeFill(desk, tab, url, session);
  const fills = await timed(fill);
  const times = fills.map(({ askedAt, filledAt }) => tenths(filledAt - askedAt));
  return {
    median: tenths(median(times)),
    p95: percentile(times, 0.95),
    runs: times,
    skewMs: tenths(Math.max(...fills.map(({ skewMs }) => skewMs))),
    breakdown: fillBreakdown(await noted(desk, fill)),
  };
}

/** `page.fill` asked from a page of the extension, with the vault unlocked and IT Glue answering at once. */
export async function gestureToFilled(desk: Desk, session: EntryId): Promise<GestureToFilled> {
  const tab = await desk.browser.openTab(url);
  try {
    return await measure(desk, tab, session);
  } finally {
    await tab.close();
  }
}
