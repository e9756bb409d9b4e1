import { describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { decodeKept, home, keptAfter, nothingKept } from '../../src/popup/kept-view.ts';

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
    expect(decodeKept({ query: 'acme', view })).toEqual({ ...nothingKept, query: 'acme' });
  });

  it.each([
    { at: 'home' },
    { at: 'choose', sessionId: 's-1', act: 'launch', typed: 'fw' },
    { at: 'credential', entryId: 'c-1', passwordId: 'p-1', typed: '' },
    { at: 'credential', entryId: 'c-1', passwordId: null, typed: '' },
  ])('reads back what was kept (%#)', (view) => {
    const place = { origin: null, query: 'acme', row: 's-1', top: 92 };
    const kept = { query: 'acme', view, place, listRow: 'p-7', listTop: 350 };
    expect(decodeKept(structuredClone(kept))).toEqual(kept);
  });

  it.each([7, { origin: 3, query: '', row: null, top: 0 }, { origin: null, query: '', row: 's', top: 'far' }])(
    'a place of another shape is none (%#)',
    (place) => {
      expect(decodeKept({ query: 'acme', view: { at: 'home' }, place }).place).toBeNull();
    },
  );
});

describe('a change to what is kept', () => {
  const choosing = { at: 'choose', sessionId: asId<'entry'>('s'), act: 'fill', typed: '' } as const;
  const kept = { ...nothingKept, view: choosing, listRow: asId<'password'>('p-7'), listTop: 350 };

  it('leaves a list where it is while more is typed, and begins another list at its first row', () => {
    expect(keptAfter(kept, { view: { ...choosing, typed: 'fw' } })).toMatchObject({ listRow: 'p-7', listTop: 350 });
    const left = keptAfter(kept, { view: home });
    expect(keptAfter(left, { view: choosing })).toMatchObject({ listRow: null, listTop: 0 });
  });
});
