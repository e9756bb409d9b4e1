import { writeFileSync } from 'node:fs';
import { type BenchOptions, benchOptions } from './bench/bench-options.ts';
import { benchJson, benchRows } from './bench/bench-report.ts';
import { breakdownText } from './bench/breakdown-text.ts';
import { pickKeystrokes } from './bench/pick-keystrokes.ts';
import { progress } from './bench/progress.ts';
import { resultTable } from './bench/result-table.ts';
import { runMeasurements } from './bench/run-measurements.ts';
import { scaleChart } from './bench/scale-chart.ts';
import type { Scale } from './bench/scale-records.ts';
import { scaleJson, scaleRows } from './bench/scale-report.ts';
import { scaleSeries } from './bench/scale-series.ts';
import { buildQuietly } from './build-quietly.ts';
import { ensureBrowsers } from './install-browsers.ts';

/** `npm run bench [-- OPTIONS]`: what Linked Vault costs, in Chromium on the production build. */

const method = `How: Chromium on the production build; IT Glue is a fake on loopback that answers at once.
  unlinked page  15 rounds, ours (unlocked, linked to another site), none and peers (as installed) in turn, each in its own
                 browser; task time is processor time of the page's main thread; median of the paired differences.
  fill           from page.fill asked by an extension page to the input event of the password field; warm worker.
  popup          from the popup's navigation start to focus in the search box and rows painted; second popup on.
                 From the click: the browser itself may take a quarter of a second before it starts the popup's page.
  reading        the fill script's own reading, bundled alone, its first run in a page loaded anew, to the verdict.
  unlock         vault.unlock asked by an extension page; the KDF alone runs the same code and parameters in a probe
                 extension under the same policy, in the same browser, in turn with the unlocks.`;

async function bench({ json, peers }: BenchOptions): Promise<number> {
  await ensureBrowsers(['chromium']);
  progress('building …');
  await buildQuietly('chromium');
  const measured = await runMeasurements(peers);
  progress('done\n');
  console.log(resultTable(benchRows(measured)));
  if (!(measured.fill instanceof Error)) console.log(`\n${breakdownText(measured.fill.breakdown)}`);
  console.log(`\n${method}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(benchJson(measured), null, 2)}\n`);
  const failures = Object.values(measured).filter((result) => result instanceof Error);
  for (const failure of failures) console.error(failure.stack ?? failure.message);
  return failures.length === 0 ? 0 : 1;
}

const chartFile = 'docs/search-by-size.svg';

const scaleMethod = `How: requests and keys by ${process.version} alone, no browser: the same code as in the worker, a fake IT Glue in this
  process, an IndexedDB in memory. A key is every prefix of what technicians type; drawing the list and the message to the worker are not in it.
  Side by side: a filter over all records, as a list without an index does it. The chart is in ${chartFile}.
  pick           fifty tasks of scripts/bench/pick-tasks.ts in the list of all organizations: keys until the right row is first, and Enter.
  popup, heap    Chromium on the production build, the index synced by the extension and on the disk, the vault unlocked; the
                 worker is ended before each popup. The first search opens the index; heap after a collection.`;

/** What grows with the account. */
async function benchScale(scale: Scale, json: string | null): Promise<number> {
  await ensureBrowsers(['chromium']);
  progress('building …');
  await buildQuietly('chromium');
  const pick = pickKeystrokes();
  const points = await scaleSeries(scale);
  progress('done\n');
  console.log(resultTable(scaleRows(points, pick)));
  console.log(`\n${scaleMethod}`);
  writeFileSync(chartFile, scaleChart(points));
  if (json !== null) writeFileSync(json, `${JSON.stringify(scaleJson(points, pick), null, 2)}\n`);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const options = benchOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const { scale, json } = options;
  return (scale === null ? bench(options) : benchScale(scale, json)).catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return 1;
  });
}

process.exitCode = await main(process.argv.slice(2));
