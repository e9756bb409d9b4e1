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
    expect(decodeKept({ query: 'acme', view })).toEqual({ query: 'acme', view: { at: 'home' } });
  });

  it.each([
    { at: 'home' },
    { at: 'choose', sessionId: 's-1', act: 'launch', typed: 'fw' },
    { at: 'credential', entryId: 'c-1', passwordId: 'p-1', typed: '' },
    { at: 'credential', entryId: 'c-1', passwordId: null, typed: '' },
  ])('reads back what was kept (%#)', (view) => {
    expect(decodeKept(structuredClone({ query: 'acme', view }))).toEqual({ query: 'acme', view });
  });
});
