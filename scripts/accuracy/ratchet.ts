import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownCases } from './accuracy-options.ts';
import type { Verdict } from './judge-case.ts';

/** A case that is known to go wrong today, with a word why. */
export interface ExpectedFailure {
  readonly id: string;
  readonly why: string;
}

const file = join(ownCases, 'expected-failures.json');

export const expectedFailures = (): readonly ExpectedFailure[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly ExpectedFailure[]) : [];

/** What differs from the list, in either direction, one sentence each; cases that were not run say nothing. */
export function ratchetDifferences(
  verdicts: readonly Verdict[],
  expected: readonly ExpectedFailure[],
): readonly string[] {
  const known = new Set(expected.map(({ id }) => id));
  return verdicts.flatMap(({ formCase, result, right }) => {
    if (right === !known.has(formCase.id)) return [];
    return right
      ? [`${formCase.id} is right now: take it off ${file}.`]
      : [
          `${formCase.id} went wrong (${result.error ?? result.outcome}): mend it, or put it on ${file} with a word why.`,
        ];
  });
}

/** Writes the list anew: what is wrong in this run, and what was not run stays; known words are kept. */
export function writeRatchet(verdicts: readonly Verdict[]): void {
  const before = expectedFailures();
  const run = new Set(verdicts.map(({ formCase }) => formCase.id));
  const why = (id: string) => before.find((known) => known.id === id)?.why ?? 'not looked at yet';
  const list = [
    ...before.filter(({ id }) => !run.has(id)),
    ...verdicts.filter(({ right }) => !right).map(({ formCase }) => ({ id: formCase.id, why: why(formCase.id) })),
  ].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
}
