import {
  auditRows,
  bundleRows,
  fillRows,
  listRows,
  packRows,
  pageRows,
  popupRows,
  readingRows,
  unlockRows,
} from './bench-rows.ts';
import type { Row } from './result-table.ts';
import type { Measurements } from './run-measurements.ts';

const missing = (measurement: string, error: Error): readonly Row[] => [
  { measurement, value: error.message.split('\n')[0] ?? '', budget: '', verdict: 'NOT MEASURED' },
];

const rowsOf = <T>(name: string, result: T | Error, rows: (value: T) => readonly Row[]): readonly Row[] =>
  result instanceof Error ? missing(name, result) : rows(result);

/** The table's rows, in the order of the report. */
export const benchRows = ({
  unlinked,
  bundle,
  fill,
  popup,
  reading,
  unlock,
  audit,
  lists,
  pack,
}: Measurements): readonly Row[] => [
  ...rowsOf('unlinked page', unlinked, ({ ours, peers }) => [
    ...pageRows(ours, null),
    ...Object.entries(peers).flatMap(([name, peer]) => pageRows(peer, name)),
  ]),
  ...rowsOf('bundle, gzip', bundle, bundleRows),
  ...rowsOf('fill command to filled field', fill, fillRows),
  ...rowsOf('reading a page', reading, readingRows),
  ...rowsOf('popup ready, 500 entries', popup, popupRows),
  ...rowsOf('unlock', unlock, unlockRows),
  ...rowsOf('audit', audit, auditRows),
  ...rowsOf('long lists', lists, listRows),
  ...rowsOf('pack', pack, packRows),
];

/** The content of the JSON file. What could not be measured is left out, and named under `failed`. */
export function benchJson({
  unlinked,
  bundle,
  fill,
  popup,
  reading,
  unlock,
  audit,
  lists,
  pack,
}: Measurements): object {
  const found = <T>(result: T | Error): T | undefined => (result instanceof Error ? undefined : result);
  const all = {
    unlinkedPage: unlinked,
    bundleGzip: bundle,
    gestureToFilledMs: fill,
    popupInteractiveMs: popup,
    reading,
  };
  const failed = Object.entries({
    ...all,
    unlockMs: unlock,
    auditAppendMs: audit,
    longLists: lists,
    packTakeMs: pack,
  }).flatMap(([name, result]) => (result instanceof Error ? [[name, result.message] as const] : []));
  const pages = found(unlinked);
  const peers = Object.entries(pages?.peers ?? {});
  return {
    unlinkedPage: pages?.ours.cost,
    bundleGzip: found(bundle),
    gestureToFilledMs: found(fill),
    popupInteractiveMs: found(popup),
    reading: found(reading),
    unlockMs: found(unlock),
    auditAppendMs: found(audit)?.appendMs,
    auditReadMs: found(audit)?.readMs,
    longLists: found(lists),
    packTakeMs: found(pack)?.takeMs,
    peers: Object.fromEntries(peers.map(([name, { cost }]) => [name, { unlinkedPage: cost }])),
    details: {
      unlinkedPage: pages?.ours.details,
      peers: Object.fromEntries(peers.map(([name, { details }]) => [name, details])),
    },
    failed: Object.fromEntries(failed),
  };
}
