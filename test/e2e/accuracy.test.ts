import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownCases, sharedCases } from '../../scripts/accuracy/accuracy-options.ts';
import { type FormCase, isScored, readCases, sampled } from '../../scripts/accuracy/form-case.ts';
import { judgeCase } from '../../scripts/accuracy/judge-case.ts';
import { expectedFailures, ratchetDifferences } from '../../scripts/accuracy/ratchet.ts';
import { runCases } from '../../scripts/accuracy/run-cases.ts';
import type { BrowserKind } from '../browser/driver.ts';
import { whole } from '../whole.ts';

const own = readCases(ownCases);
const shared = existsSync(sharedCases) ? readCases(sharedCases) : { cases: [], broken: [] };
const sampleSize = 160;
const runWithinMs = 600_000;

async function differences(kind: BrowserKind, cases: readonly FormCase[]): Promise<readonly string[]> {
  const results = await runCases(kind, cases, () => undefined);
  return ratchetDifferences(
    results.map((result, at) => judgeCase(cases[at] as FormCase, result)),
    expectedFailures(),
  );
}

it('every line of the corpus is a case', () => {
  expect([...own.broken, ...shared.broken]).toEqual([]);
});

it('every expected failure says why, and names a case that there is', () => {
  const ids = new Set([...own.cases, ...shared.cases].map(({ id }) => id));
  const foreign = shared.cases.length === 0;
  const wrong = expectedFailures().filter(
    ({ id, why }) =>
      why.length < 10 || why === 'not looked at yet' || !(ids.has(id) || (foreign && !id.startsWith('own/'))),
  );
  expect(wrong).toEqual([]);
});

const sample = sampled(shared.cases.filter(isScored), sampleSize);

const pages = own.cases.filter(isScored);
const every = (part: number): readonly FormCase[] => sampled(pages, Math.ceil(pages.length / part));
const runs: readonly { readonly what: string; readonly kind: BrowserKind; readonly cases: readonly FormCase[] }[] =
  whole
    ? [
        { what: 'the first half of our own pages', kind: 'chromium', cases: pages.slice(0, pages.length / 2) },
        { what: 'the second half of our own pages', kind: 'chromium', cases: pages.slice(pages.length / 2) },
        { what: 'a third of our own pages', kind: 'firefox', cases: every(3) },
        ...(sample.length > 0
          ? [{ what: `${sample.length} pages of others`, kind: 'chromium' as const, cases: sample }]
          : []),
      ]
    : [
        { what: 'a sixth of our own pages', kind: 'chromium', cases: every(6) },
        { what: 'a twentieth of our own pages', kind: 'firefox', cases: every(20) },
      ];

/** At once: each browser fills page after page, and waits for most of the time. */
describe.concurrent('with the production extension', () => {
  it.each(runs)(
    '$kind fills $what as the list of expected failures says',
    async ({ kind, cases }) => {
      expect(await differences(kind, cases)).toEqual([]);
    },
    runWithinMs,
  );
});
