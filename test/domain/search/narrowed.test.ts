import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrows } from '../../../src/domain/search/narrowed.ts';
import { oneEditMatcher } from '../../../src/domain/search/one-edit.ts';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import { searchPasswords } from '../../../src/domain/search/search-passwords.ts';
import { parseQuery } from '../../../src/domain/search/search-query.ts';
import { shortFormMatcher } from '../../../src/domain/search/short-form.ts';
import { organizations, password } from './search-scene.ts';

const context = { site: null, organizationId: null, uses: [], now: 0 };
const narrowing = (typed: string, before: string, taken: 'typed' | 'loose' = 'typed') =>
  narrows(parseQuery(typed), parseQuery(before), taken);

describe('a query that is typed on', () => {
  it.each([
    ['acme f', 'acme'],
    ['acme port', 'acme po'],
    ['port acme', 'acme'],
    ['m365 gl', 'm365'],
    ['user:adm', 'user:a'],
    ['user:adm host:10', 'user:ad'],
    ['anything', ''],
  ])('%j finds nothing that %j did not find', (typed, before) => {
    expect(narrowing(typed, before)).toBe(true);
  });

  it.each([
    ['acm', 'acme', 'a letter was taken back'],
    ['m365', 'm36', 'it stands for other words as well'],
    ['fw', 'f', 'it stands for other words as well'],
    ['tal', 'por', 'it is another word'],
    ['port', 'rt', 'the first letters of a name count'],
    ['user:adm', 'host:a', 'it is another filter'],
    ['user: adm', 'user:a', 'the filter is empty again'],
    ['adm', 'user:a', 'the filter is gone'],
  ])('%j may find what %j did not: %s', (typed, before) => {
    expect(narrowing(typed, before)).toBe(false);
  });

  it('is guessed at anew where a short word becomes a long one', () => {
    expect(narrowing('ndgx', 'ndg', 'loose')).toBe(true);
    expect(narrowing('ndgxy', 'ndgx', 'loose')).toBe(false);
    expect(narrowing('ndgxyz', 'ndgxy', 'loose')).toBe(true);
  });
});

const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength, maxLength }).map((parts) => parts.join(''));

describe('what a word may have been meant as', () => {
  const runs = { numRuns: 20_000 };

  it('with one letter more is in no text that the word itself is not in, be it long', () => {
    fc.assert(
      fc.property(letters(6, 9), letters(4, 11), (word, text) => {
        if (oneEditMatcher(word)(text)) expect(oneEditMatcher(word.slice(0, -1))(text)).toBe(true);
      }),
      runs,
    );
  });

  it('or short', () => {
    fc.assert(
      fc.property(letters(3, 4), fc.array(letters(1, 4), { maxLength: 4 }), (word, words) => {
        const text = words.join(' ');
        if (shortFormMatcher(word)?.(text)) expect(shortFormMatcher(word.slice(0, -1))?.(text)).toBe(true);
      }),
      runs,
    );
  });
});

const spoken = fc.constantFrom('portal', 'fortigate', 'microsoft 365', 'admin', 'switch', 'firewall', 'nas', 'vcenter');
const rows = fc.array(
  fc
    .record({
      organization: fc.constantFrom('1', '2', '3'),
      name: fc.array(spoken, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      username: fc.option(spoken),
      url: fc.option(fc.constantFrom('https://10.0.0.1/', 'https://acme.example')),
    })
    .map(({ organization, name, ...more }) => password(organization, name, more)),
  { maxLength: 20 },
);
const queries = fc
  .array(
    fc.constantFrom(
      'acm',
      'fw',
      'm365',
      'fortigtae',
      'amdin',
      'ndg',
      'user:adm',
      'host:10.0',
      'org:north',
      'qq',
      'vcenter',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

describe('a list that follows the typing', () => {
  it('is after every key what it would be had the whole been pasted', () => {
    fc.assert(
      fc.property(rows, queries, fc.subarray(organizations, { minLength: 1 }), (records, whole, seen) => {
        const typing = createSearchIndex(organizations, records);
        const allowed = new Set(seen.map(({ id }) => id));
        const found = (index: typeof typing, typed: string) =>
          searchPasswords(index, { query: parseQuery(typed), context, limit: 10, allowed });
        for (let keys = 1; keys <= whole.length; keys += 1) {
          const typed = whole.slice(0, keys);
          expect(found(typing, typed)).toEqual(found(createSearchIndex(organizations, records), typed));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows what may be seen now, not what might be seen at the key before', () => {
    const index = createSearchIndex(organizations, [password('1', 'Portal'), password('2', 'Portal')]);
    const total = (typed: string, ids: readonly string[] | null) =>
      searchPasswords(index, {
        query: parseQuery(typed),
        context,
        limit: 10,
        allowed: ids && new Set(organizations.map(({ id }) => id).filter((id) => ids.includes(id))),
      }).total;
    expect(total('por', ['1'])).toBe(1);
    expect(total('port', null)).toBe(2);
    expect(total('porta', ['2'])).toBe(1);
    expect(total('portal', ['1'])).toBe(1);
  });
});
