import type { PickKeystrokes } from './pick-keystrokes.ts';
import type { Row } from './result-table.ts';
import type { ScaleInBrowser } from './scale-in-browser.ts';
import type { ScalePoint } from './scale-series.ts';
import { tenths } from './statistics.ts';

const budgets: Readonly<Record<number, number>> = { 20000: 16, 100000: 50 };
const popupBudgets: Readonly<Record<number, number>> = { 20000: 200, 100000: 400 };
const heapBudgets: Readonly<Record<number, number>> = { 20000: 60, 100000: 250 };
const budgetFull20000 = 25;
const budgetIncremental = 2;

const verdict = (good: boolean): string => (good ? 'ok' : 'over budget');
const ms = (value: number): string => `${value.toFixed(1)} ms`;

function searchRow({ passwords, search: { ours, plainFilter } }: ScalePoint): Row {
  const budget = budgets[passwords];
  return {
    measurement: `key to list, ${passwords} passwords`,
    value: `p95 ${ms(ours.p95)}, median ${ms(ours.median)} (plain filter: p95 ${ms(plainFilter.p95)})`,
    budget: budget === undefined ? '' : `p95 <= ${budget} ms`,
    verdict: budget === undefined ? 'series' : verdict(ours.p95 <= budget),
  };
}

function syncRow({ passwords, organizations, sync }: ScalePoint): Row {
  const judged = passwords === 20_000;
  return {
    measurement: `sync, ${passwords} passwords of ${organizations} organizations`,
    value: `${sync.full} requests, then ${sync.incremental} (${(sync.fullMs / 1000).toFixed(1)} s without a network)`,
    budget: judged ? `<= ${budgetFull20000}, then <= ${budgetIncremental}` : '',
    verdict: judged ? verdict(sync.full <= budgetFull20000 && sync.incremental <= budgetIncremental) : 'series',
  };
}

const judged = (value: number, budget: number | undefined): string =>
  budget === undefined ? 'series' : verdict(value <= budget);

function browserRows({ passwords, browser }: ScalePoint): readonly Row[] {
  if (browser === null) return [];
  const popup = popupBudgets[passwords];
  const heap = heapBudgets[passwords];
  return [
    {
      measurement: `popup over an ended worker, ${passwords} passwords`,
      value: `median ${ms(browser.popupMs)} (then first search ${ms(browser.firstSearchMs)}, further ${ms(browser.searchMs)})`,
      budget: popup === undefined ? '' : `<= ${popup} ms`,
      verdict: judged(browser.popupMs, popup),
    },
    {
      measurement: `key in the popup to its list, ${passwords} passwords`,
      value: `p95 ${ms(browser.keys.p95)}, median ${ms(browser.keys.median)} (message to the worker, search, rows; without painting)`,
      budget: '',
      verdict: 'series',
    },
    {
      measurement: `worker heap after searches, ${passwords} passwords`,
      value: `${browser.workerHeapMB.toFixed(1)} MB`,
      budget: heap === undefined ? '' : `<= ${heap} MB`,
      verdict: judged(browser.workerHeapMB, heap),
    },
  ];
}

const budgetPick = 6;

const pickRow = ({ median, p90, coldMedian, tasks }: PickKeystrokes): Row => ({
  measurement: 'pick among 20,000, keys with Enter',
  value: `median ${median} over ${tasks.length} tasks, 90 % within ${p90} (without page, pin or earlier use: median ${coldMedian})`,
  budget: `median <= ${budgetPick}`,
  verdict: verdict(median <= budgetPick),
});

export const scaleRows = (points: readonly ScalePoint[], pick: PickKeystrokes): readonly Row[] => [
  pickRow(pick),
  ...points.map(syncRow),
  ...points.map(searchRow),
  ...points.flatMap(browserRows),
];

/** One number of every point that was measured in a browser. */
const inBrowser = (points: readonly ScalePoint[], value: (browser: ScaleInBrowser) => number): object =>
  Object.fromEntries(
    points.flatMap(({ passwords, browser }) => (browser === null ? [] : [[`n${passwords}`, tenths(value(browser))]])),
  );

/** The part of the JSON file that is about size. */
export function scaleJson(points: readonly ScalePoint[], { tasks: _tasks, ...pick }: PickKeystrokes): object {
  const at = (passwords: number) => points.find((point) => point.passwords === passwords);
  return {
    pickKeystrokes: pick,
    syncRequests: { full20000: at(20_000)?.sync.full, incremental: at(20_000)?.sync.incremental },
    searchKeystrokeMs: Object.fromEntries(
      points.map(({ passwords, search: { ours, plainFilter, buildMs } }) => [
        `n${passwords}`,
        {
          p95: tenths(ours.p95),
          median: tenths(ours.median),
          max: tenths(ours.max),
          plainFilterP95: tenths(plainFilter.p95),
          buildMs: tenths(buildMs),
        },
      ]),
    ),
    popupInteractiveMs: inBrowser(points, ({ popupMs }) => popupMs),
    firstSearchMs: inBrowser(points, ({ firstSearchMs }) => firstSearchMs),
    searchRoundTripMs: inBrowser(points, ({ searchMs }) => searchMs),
    popupKeystrokeP95Ms: inBrowser(points, ({ keys }) => keys.p95),
    workerHeapMB: inBrowser(points, ({ workerHeapMB }) => workerHeapMB),
    syncSeries: points.map(({ passwords, organizations, sync }) => ({ passwords, organizations, ...sync })),
  };
}
