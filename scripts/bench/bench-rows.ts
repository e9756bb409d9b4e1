import type { AuditCost } from './audit-cost.ts';
import type { BundleGzip } from './bundle-gzip.ts';
import type { GestureToFilled } from './gesture-to-filled.ts';
import type { LongLists } from './long-lists.ts';
import type { PackCost } from './pack-cost.ts';
import type { PopupInteractive } from './popup-interactive.ts';
import { hugePages, type ReadingTime } from './reading-time.ts';
import type { Row } from './result-table.ts';
import type { MeasuredPage } from './unlinked-page.ts';
import type { UnlockTime } from './unlock-time.ts';

const verdict = (good: boolean): string => (good ? 'ok' : 'over budget');
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const budgetPopupMs = 150;
const budgetFirstPaintMs = 100;
/** Of the worker 48,000 are the public suffix list, which no page ever loads; its start costs about 10 ms in Node. */
/** The worker is read once for each start, in the background: its bound is there so that growth is a decision. */
const budgetBytes: BundleGzip = { fill: 20_480, popup: 45_000, worker: 160_000 };
const budgetFillMs = 80;
const budgetBeyondKdfMs = 50;
const budgetPackMs = 2_000;
const budgetAppendMs = 5;

/** `whose` null: ours, which has a budget. */
export function pageRows({ cost, details }: MeasuredPage, whose: string | null): readonly Row[] {
  const { low, high } = details.interval;
  const name = (what: string) => `unlinked page: ${what}${whose === null ? '' : ` (${whose})`}`;
  const judged = (budget: string, good: boolean) =>
    whose === null ? { budget, verdict: verdict(good) } : { budget: '', verdict: 'to compare' };
  return [
    { measurement: name('extension bytes'), value: `${cost.bytes} B`, ...judged('0 B', cost.bytes === 0) },
    {
      measurement: name('extra task time'),
      value: `${ms(cost.extraTaskMs)} (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`,
      ...judged('0 within noise', low <= 0),
    },
    { measurement: name('extra nodes'), value: String(cost.extraNodes), ...judged('0', cost.extraNodes === 0) },
  ];
}

export const bundleRows = (bundle: BundleGzip): readonly Row[] =>
  (['fill', 'popup', 'worker'] as const).map((part) => ({
    measurement: `bundle, gzip: ${part}`,
    value: kB(bundle[part]),
    budget: `<= ${kB(budgetBytes[part])}`,
    verdict: verdict(bundle[part] <= budgetBytes[part]),
  }));

export const fillRows = ({ median, p95, runs }: GestureToFilled): readonly Row[] => [
  {
    measurement: 'fill command to filled field',
    value: `${ms(median)} (p95 ${ms(p95)}, ${runs.length} runs)`,
    budget: `< ${budgetFillMs} ms`,
    verdict: verdict(median < budgetFillMs),
  },
];

/** What a reading may cost (ms); what has no budget of its own has to have its verdict in time. */
const budgetReadingMs: Readonly<Partial<Record<keyof ReadingTime, number>>> = { nodes5000: 10, inputs1500: 30 };
const budgetVerdictMs = 300;
const budgetCorpusMs = 50;

export function readingRows(reading: ReadingTime): readonly Row[] {
  const names = Object.keys(hugePages) as (keyof typeof hugePages)[];
  const pages = names.map((name) => {
    const { median, p95, most, verdicts, readings } = reading[name];
    const budget = budgetReadingMs[name];
    return {
      measurement: `reading: ${hugePages[name].name}`,
      value: `${ms(median)} (p95 ${ms(p95)}, ${readings} runs: ${verdicts.join(', ')})`,
      budget: budget === undefined ? `all <= ${budgetVerdictMs} ms` : `<= ${budget} ms`,
      verdict: verdict(budget === undefined ? most <= budgetVerdictMs : median <= budget),
    };
  });
  const { corpus } = reading;
  if (corpus === null) return pages;
  return [
    ...pages,
    {
      measurement: 'reading: the shared corpus',
      value: `p95 ${ms(corpus.p95)} (median ${ms(corpus.median)}, ${corpus.readings} pages)`,
      budget: `p95 <= ${budgetCorpusMs} ms`,
      verdict: verdict(corpus.p95 <= budgetCorpusMs),
    },
  ];
}

export const popupRows = ({ n500, fromTrigger, runs, firstPaint, shift }: PopupInteractive): readonly Row[] => [
  {
    measurement: 'popup ready, 500 entries',
    value: `${ms(n500)} (${runs.length} runs; from the click ${ms(fromTrigger)})`,
    budget: `<= ${budgetPopupMs} ms`,
    verdict: verdict(n500 <= budgetPopupMs),
  },
  {
    measurement: 'popup: first paint, 500 entries',
    value: ms(firstPaint),
    budget: `<= ${budgetFirstPaintMs} ms`,
    verdict: verdict(firstPaint <= budgetFirstPaintMs),
  },
  {
    measurement: 'popup: layout shift after first paint',
    value: `at most ${shift.toFixed(4)}`,
    budget: '0',
    verdict: verdict(shift === 0),
  },
];

/** Judged run by run: a machine that is busy for a while slows a run and its neighbour alike. */
export const unlockRows = ({ kdf, total, beyondKdf, parameters: { m, t, p } }: UnlockTime): readonly Row[] => [
  { measurement: 'unlock: KDF alone', value: `${ms(kdf)} (m=${m} t=${t} p=${p})`, budget: '', verdict: 'no budget' },
  {
    measurement: 'unlock: total',
    value: `${ms(total)} (run by run: KDF ${beyondKdf < 0 ? '-' : '+'} ${ms(Math.abs(beyondKdf))})`,
    budget: `<= KDF + ${budgetBeyondKdfMs} ms`,
    verdict: verdict(beyondKdf <= budgetBeyondKdfMs),
  },
];

export const auditRows = ({ appendMs, readMs, newestMs, filterMs }: AuditCost): readonly Row[] => [
  {
    measurement: 'audit, 50,000 records: one more',
    value: `${ms(appendMs)} (without a browser; all read and checked in ${ms(readMs)}, the newest 300 in ${ms(newestMs)}, filtered in ${ms(filterMs)})`,
    budget: `<= ${budgetAppendMs} ms`,
    verdict: verdict(appendMs <= budgetAppendMs),
  },
];

export const listRows = (lists: LongLists): readonly Row[] => [
  {
    measurement: 'options, 1,000 entries in a folder: tree shown',
    value: `${ms(lists.treeShownMs)} (End to the last row in ${ms(lists.treeEndMs)})`,
    budget: '',
    verdict: 'no budget',
  },
  {
    measurement: `options, ${lists.auditRecords.toLocaleString('en')} audit records: shown`,
    value: `${ms(lists.auditShownMs)} (all checked after ${ms(lists.auditCheckedMs)}, searched in ${ms(lists.auditSearchMs)})`,
    budget: '',
    verdict: 'no budget',
  },
];

export const packRows = ({ showMs, takeMs }: PackCost): readonly Row[] => [
  {
    measurement: 'pack, 500 entries: taken',
    value: `${ms(takeMs)} (without a browser and without the KDF; shown in ${ms(showMs)})`,
    budget: `<= ${budgetPackMs} ms`,
    verdict: verdict(takeMs <= budgetPackMs),
  },
];
