import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mutant } from './mutant.ts';

/** Which test noticed that a line was missing, when it was last taken out: it is asked first. A hint, never a proof. */
export type NoticedBy = Readonly<Record<string, Readonly<Record<string, string>>>>;

const file = 'scripts/mutants/noticed-by.json';

export const noticedBy = (): NoticedBy =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as NoticedBy) : {};

/** A test file, and one test of it where one is meant. */
export interface Likely {
  readonly file: string;
  readonly only: string | null;
}

function likely(told: string): Likely {
  const [file = '', ...names] = told.split(' > ');
  return { file, only: names.length === 0 ? null : names.join(' > ') };
}

/** What is likely to notice, one after the other: the test that noticed it, its file, the files that noticed others beside it. */
export function likelyTests(known: NoticedBy, { file, rule }: Mutant): readonly Likely[] {
  const ofFile = known[file] ?? {};
  const own = ofFile[rule];
  const first = own === undefined ? [] : [likely(own)];
  const files = new Set([...first, ...Object.values(ofFile).map(likely)].map((one) => one.file));
  return [...first.filter(({ only }) => only !== null), ...[...files].map((one) => ({ file: one, only: null }))].filter(
    (one) => existsSync(one.file),
  );
}

/** Keeps who noticed, with what is known by now of lines that were not asked about; lines that are no longer listed are dropped. */
export function keepNoticed(listed: readonly Mutant[], found: readonly (readonly [Mutant, string])[]): void {
  const known = noticedBy();
  const kept: Record<string, Record<string, string>> = {};
  const sorted = [...listed].sort((a, b) => `${a.file} ${a.rule}`.localeCompare(`${b.file} ${b.rule}`, 'en'));
  for (const mutant of sorted) {
    const by = found.find(([one]) => one === mutant)?.[1] ?? known[mutant.file]?.[mutant.rule];
    if (by !== undefined) kept[mutant.file] = { ...kept[mutant.file], [mutant.rule]: by };
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
