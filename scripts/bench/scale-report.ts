import type { Row } from './result-table.ts';
import type { ScalePoint } from './scale-series.ts';
import { tenths } from './statistics.ts';

const budgets: Readonly<Record<number, number>> = { 20000: 16, 100000: 50 };
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

export const scaleRows = (points: readonly ScalePoint[]): readonly Row[] => [
  ...points.map(syncRow),
  ...points.map(searchRow),
];

/** The part of the JSON file that is about size. */
export function scaleJson(points: readonly ScalePoint[]): object {
  const at = (passwords: number) => points.find((point) => point.passwords === passwords);
  return {
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
    syncSeries: points.map(({ passwords, organizations, sync }) => ({ passwords, organizations, ...sync })),
  };
}
