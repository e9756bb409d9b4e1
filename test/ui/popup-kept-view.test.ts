import { describe, expect, it } from 'vitest';
import { decodeKept, nothingKept } from '../../src/popup/kept-view.ts';

describe('decodeKept', () => {
  it.each([undefined, null, 'text', 7, {}, { query: 3 }, []])('%j is as good as nothing', (raw) => {
    expect(decodeKept(raw)).toEqual(nothingKept);
  });

  it.each([
    { at: 'choose', sessionId: 's-1', act: 'erase', typed: '' },
    { at: 'choose', sessionId: 4, act: 'fill', typed: '' },
    { at: 'credential', entryId: 'c-1', passwordId: null },
    { at: 'elsewhere', typed: '' },
  ])('an unknown view is home, and the search stays (%#)', (view) => {
    expect(decodeKept({ query: 'acme', view })).toEqual({ query: 'acme', view: { at: 'home' }, place: null });
  });

  it.each([
    { at: 'home' },
    { at: 'choose', sessionId: 's-1', act: 'launch', typed: 'fw' },
    { at: 'credential', entryId: 'c-1', passwordId: 'p-1', typed: '' },
    { at: 'credential', entryId: 'c-1', passwordId: null, typed: '' },
  ])('reads back what was kept (%#)', (view) => {
    const place = { origin: null, query: 'acme', row: 's-1', top: 92 };
    expect(decodeKept(structuredClone({ query: 'acme', view, place }))).toEqual({ query: 'acme', view, place });
  });

  it.each([7, { origin: 3, query: '', row: null, top: 0 }, { origin: null, query: '', row: 's', top: 'far' }])(
    'a place of another shape is none (%#)',
    (place) => {
      expect(decodeKept({ query: 'acme', view: { at: 'home' }, place }).place).toBeNull();
    },
  );
});
