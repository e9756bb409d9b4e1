import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const states = /^(proven|in part: |not yet|cannot be looked at: )/;

interface Row {
  readonly id: string;
  readonly tests: readonly string[];
  readonly browsers: readonly string[];
}

const rows: readonly Row[] = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| SR-'))
  .map((line) => {
    const [id = '', , tests = '', ...browsers] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { id, tests: [...tests.matchAll(/\(\.\.\/([^)]+)\)/g)].map(([, path]) => path ?? ''), browsers };
  });

/** The requirements that the titles of a test file name; this file names none by itself. */
const namedIn = (path: string): ReadonlySet<string> => new Set(readFileSync(path, 'utf8').match(/\bSR-\d+\b/g) ?? []);

const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path))
  .filter((path) => /\.test\.tsx?$/.test(path));

describe('the table of security requirements (SR-55)', () => {
  it('has one row for each of the 56, in order, with a state for each browser', () => {
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 56 }, (_, at) => `SR-${at + 1}`));
    expect(
      rows.filter(({ browsers }) => browsers.length !== 2 || !browsers.every((state) => states.test(state))),
    ).toEqual([]);
  });

  it('calls nothing proven that no test names', () => {
    const bare = rows.filter(
      ({ tests, browsers }) => tests.length === 0 && browsers.some((state) => !state.startsWith('not yet')),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    for (const { id, tests } of rows)
      for (const path of tests) expect({ id, path, named: namedIn(path).has(id) }).toEqual({ id, path, named: true });
  });

  it('knows every test that names a requirement', () => {
    const said = new Set(rows.flatMap(({ id, tests }) => tests.map((path) => `${id} ${path}`)));
    const named = testFiles.flatMap((path) => [...namedIn(path)].map((id) => `${id} ${path}`));
    expect(named.filter((each) => !said.has(each))).toEqual([]);
  });
});
