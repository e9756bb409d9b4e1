import { writeFileSync } from 'node:fs';
import { type AccuracyOptions, accuracyOptions } from './accuracy/accuracy-options.ts';
import { type BrokenCase, type FormCase, isScored, readCases, sampled } from './accuracy/form-case.ts';
import { judgeCase } from './accuracy/judge-case.ts';
import { expectedFailures, ratchetDifferences, writeRatchet } from './accuracy/ratchet.ts';
import { runCases } from './accuracy/run-cases.ts';
import { isMet, scoreOf } from './accuracy/score.ts';
import { scoreText } from './accuracy/score-text.ts';
import { progress } from './bench/progress.ts';
import { buildQuietly } from './build-quietly.ts';
import { ensureBrowsers } from './install-browsers.ts';

/** `npm run accuracy [-- OPTIONS]`: which fields the production extension fills, on pages whose right answer is known. */

function casesOf({ folders, only, sample }: AccuracyOptions): {
  cases: readonly FormCase[];
  broken: readonly BrokenCase[];
} {
  const read = folders.map(readCases);
  const wanted = read.map(({ cases }) =>
    sampled(only === null ? cases : cases.filter(({ id }) => id.includes(only)), sample),
  );
  return { cases: wanted.flat(), broken: read.flatMap(({ broken }) => broken) };
}

const bar = (done: number, of: number): string => {
  const filled = Math.round((30 * done) / of);
  return `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done}/${of}`;
};

function report(done: number, of: number, id: string): void {
  if (process.stderr.isTTY || done % 50 === 0 || done === of)
    progress(`${bar(done, of)} ${process.stderr.isTTY ? id : ''}`);
}

async function accuracy(options: AccuracyOptions): Promise<number> {
  const { cases, broken } = casesOf(options);
  for (const { id, error } of broken) console.error(`${id}: ${error}`);
  if (cases.length === 0) throw new Error('There is no case to run.');
  await ensureBrowsers([options.browser]);
  progress('building …');
  await buildQuietly(options.browser);
  const started = performance.now();
  const results = await runCases(options.browser, cases, ({ id }, at) => report(at + 1, cases.length, id));
  const verdicts = results.map((result, at) => judgeCase(cases[at] as FormCase, result));
  const score = scoreOf(verdicts);
  console.log(
    `\n${scoreText(score, results)}\n${cases.length} cases in ${Math.round((performance.now() - started) / 1000)} s.`,
  );
  if (options.json !== null) {
    const goals = score.goals.map((goal) => ({ ...goal, met: isMet(goal) }));
    const wrong = score.wrong.map(({ formCase }) => formCase.id);
    writeFileSync(options.json, `${JSON.stringify({ ...score, goals, wrong, broken, cases: results }, null, 2)}\n`);
  }
  const scored = verdicts.filter(({ formCase }) => isScored(formCase));
  if (options.ratchet === 'write') writeRatchet(scored);
  if (options.ratchet !== 'compare') return 0;
  const differences = ratchetDifferences(scored, expectedFailures());
  console.log(differences.length === 0 ? 'As the list of expected failures says.' : differences.join('\n'));
  return differences.length === 0 ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = accuracyOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  return accuracy(options).catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return 1;
  });
}

process.exitCode = await main(process.argv.slice(2));
