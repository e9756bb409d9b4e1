import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutantList } from '../../scripts/mutants/mutant-list.ts';
import { placeOf } from '../../scripts/mutants/place-of.ts';

describe.each(mutantList.map((group) => [group.name, group] as const))(
  'the guarding lines of the %s',
  (_name, group) => {
    it('each stand in their file just once, and are changed by their mutant', () => {
      const lost = group.mutants.filter((mutant) => placeOf(mutant, readFileSync(mutant.file, 'utf8')) === null);
      expect(lost.map(({ file, find }) => `${file}: ${find}`)).toEqual([]);
      expect(group.mutants.filter(({ find, replace }) => find === replace)).toEqual([]);
    });

    it('are watched by tests that are there', () => {
      expect(group.tests.filter((path) => !existsSync(path))).toEqual([]);
    });
  },
);

it('each has a name of its own in its file, by which it is known who noticed it', () => {
  const names = mutantList.flatMap(({ mutants }) => mutants).map(({ file, rule }) => `${file}: ${rule}`);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('there are enough of them to mean something', () => {
  expect(mutantList.flatMap(({ mutants }) => mutants).length).toBeGreaterThanOrEqual(500);
});
