import { describe, expect, it } from 'vitest';
import { refusals } from '../../src/domain/fill.ts';
import { endText, outcomeText } from '../../src/ui/outcome-text.ts';

describe('outcomeText', () => {
  it('says what was filled', () => {
    const end = outcomeText({ kind: 'filled', roles: ['username', 'password'], more: false });
    expect(end).toEqual({ kind: 'ok', sentence: 'Filled user name and password.', nextStep: null });
  });

  it('says that a user name page is only the first step', () => {
    const end = outcomeText({ kind: 'filled', roles: ['username'], more: true });
    expect(end.sentence).toBe('Filled user name.');
    expect(end.nextStep).toMatch(/next step/);
  });

  it('names what is missing', () => {
    const end = outcomeText({ kind: 'partly', roles: ['password'], missing: ['username'] });
    expect(end.sentence).toBe('Filled password, but not the user name.');
    expect(end.kind).toBe('warning');
  });

  it('says that no login form was found', () => {
    const end = outcomeText({ kind: 'absent' });
    expect(end.sentence).toBe('No login form was found on this page.');
    expect(end.nextStep).not.toBeNull();
  });

  it.each(refusals)('refused for %s: why, and what to do', (reason) => {
    const { kind, sentence, nextStep } = outcomeText({ kind: 'refused', reason });
    expect(kind).toBe('error');
    expect(sentence).toMatch(/^Not filled: .+\.$/);
    expect(nextStep).toMatch(/\.$/);
  });

  it('no two refusals say the same', () => {
    const said = refusals.map((reason) => outcomeText({ kind: 'refused', reason }).sentence);
    expect(new Set(said).size).toBe(said.length);
  });

  it('a failure before the page ends a fill too', () => {
    expect(endText({ failure: { code: 'offline' } })).toMatchObject({ kind: 'error', sentence: expect.any(String) });
  });
});
