import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mutant } from './mutant.ts';

/** Which test noticed that a line was missing, when last all were taken out: it is asked first. A hint, never a proof. */
export type NoticedBy = Readonly<Record<string, Readonly<Record<string, string>>>>;

const file = 'scripts/mutants/noticed-by.json';

export const noticedBy = (): NoticedBy =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as NoticedBy) : {};

/** Those that are likely to notice, one after the other: who noticed it, then who noticed others of that file. */
export function likelyTests(known: NoticedBy, { file, rule }: Mutant): readonly string[] {
  const ofFile = known[file] ?? {};
  const own = ofFile[rule];
  return [...new Set([...(own === undefined ? [] : [own]), ...Object.values(ofFile)])].filter((path) =>
    existsSync(path),
  );
}

/** Keeps who noticed, with what is known of lines that were not asked about; lines that are no longer listed are dropped. */
export function keepNoticed(
  known: NoticedBy,
  listed: readonly Mutant[],
  found: readonly (readonly [Mutant, string])[],
): void {
  const kept: Record<string, Record<string, string>> = {};
  const sorted = [...listed].sort((a, b) => `${a.file} ${a.rule}`.localeCompare(`${b.file} ${b.rule}`, 'en'));
  for (const mutant of sorted) {
    const by = found.find(([one]) => one === mutant)?.[1] ?? known[mutant.file]?.[mutant.rule];
    if (by !== undefined) kept[mutant.file] = { ...kept[mutant.file], [mutant.rule]: by };
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
