import { describe, expect, it } from 'vitest';
import { draftLimits, mayBeKept, withDraft } from '../../src/domain/draft.ts';

const one = { place: 'session #/session/new', text: '{"name":"Portal"}' };

describe('drafts', () => {
  it('keep the newest first, one of each place', () => {
    const two = { place: 'credential #/credential/new', text: '{}' };
    const kept = withDraft(withDraft([one], two), { ...one, text: '{"name":"Portal 2"}' });
    expect(kept).toEqual([{ ...one, text: '{"name":"Portal 2"}' }, two]);
    expect(withDraft(kept, { place: one.place, text: null })).toEqual([two]);
  });

  it('are bounded: the oldest goes', () => {
    const many = Array.from({ length: draftLimits.drafts + 5 }, (_, index) => ({ place: `p${index}`, text: '{}' }));
    const kept = many.reduce(withDraft, [] as ReturnType<typeof withDraft>);
    expect(kept).toHaveLength(draftLimits.drafts);
    expect(kept.at(-1)?.place).toBe('p5');
    expect(mayBeKept({ place: 'p', text: 'x'.repeat(draftLimits.text + 1) })).toBe(false);
  });

  it('never hold what looks like an API key, also in place of what was kept before', () => {
    const key = `ITG.${'4f'.repeat(16)}.${'a_-'.repeat(20)}`;
    expect(withDraft([one], { place: one.place, text: JSON.stringify({ name: `my ${key}` }) })).toEqual([]);
    expect(mayBeKept({ place: 'p', text: '{"name":"ITG. Main"}' })).toBe(true);
  });
});
