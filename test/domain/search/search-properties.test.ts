import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../src/domain/display-text.ts';
import { organizations, password, searching } from './search-scene.ts';

const shown = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => displayText(text));
const word = fc.constantFrom('portal', 'Zürich', 'admin', 'O365', 'vpn', 'straße', 'İstanbul', 'ﬁrewall', '北京');
const name = fc.oneof(
  shown,
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
);
const rows = fc.array(
  fc
    .record({
      organization: fc.constantFrom('1', '2', '3'),
      name,
      username: fc.option(shown),
      url: fc.option(fc.oneof(shown, fc.webUrl())),
      archived: fc.boolean(),
    })
    .map(({ organization, name: called, ...more }) => password(organization, called, more)),
  { maxLength: 25 },
);
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(word, fc.constantFrom('org:', 'cat:"', 'user:x', 'host:a.example', '"', ':', '-')), {
      maxLength: 6,
    })
    .map((parts) => parts.join(' ')),
);
const runs = { numRuns: 400 };

describe('a search, whatever is in the index and whatever is typed', () => {
  it('gives records of the index, each once, as many as were asked for and none of another organization', () => {
    fc.assert(
      fc.property(
        rows,
        typed,
        fc.integer({ min: 1, max: 10 }),
        fc.subarray(['1', '2', '3']),
        (index, query, limit, allowed) => {
          const { hits, total } = searching(index).result({ typed: query, limit, allowed });
          expect(hits).toHaveLength(Math.min(total, limit));
          expect(new Set(hits.map((hit) => hit.password.id)).size).toBe(hits.length);
          for (const hit of hits) {
            expect(index.map(({ id }) => id)).toContain(hit.password.id);
            expect(allowed).toContain(hit.password.organizationId);
            expect(hit.organization.id).toBe(hit.password.organizationId);
          }
          const ranks = hits.map((hit) => hit.rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
        },
      ),
      runs,
    );
  });

  it('with fewer hits wanted gives the first of the same list', () => {
    fc.assert(
      fc.property(rows, typed, fc.integer({ min: 1, max: 10 }), (index, query, limit) => {
        const { names } = searching(index);
        expect(names({ typed: query, limit })).toEqual(names({ typed: query, limit: 50 }).slice(0, limit));
      }),
      runs,
    );
  });

  it('with nothing typed gives every record, and by the words of its name each', () => {
    fc.assert(
      fc.property(rows, fc.array(word, { minLength: 1, maxLength: 3 }), (index, words) => {
        const wanted = password('2', words.join(' '));
        const { result } = searching([...index, wanted]);
        expect(result({ typed: '' }).total).toBe(index.length + 1);
        for (const query of [words.join(' '), words.join(' ').toUpperCase(), [...words].reverse().join(' ')])
          expect(result({ typed: query, limit: 50 }).hits.map((hit) => hit.password)).toContainEqual(wanted);
      }),
      runs,
    );
  });

  it('leaves the index as it was', () => {
    fc.assert(
      fc.property(rows, typed, (index, query) => {
        const before = structuredClone(index);
        searching(index).result({ typed: query });
        expect(index).toEqual(before);
        expect(organizations).toHaveLength(3);
      }),
      { numRuns: 100 },
    );
  });
});
