import { describe, expect, it } from 'vitest';
import { type AimRole, takesAim } from '../../src/domain/field-aim.ts';
import { type FieldDescription, knownField } from '../../src/domain/field-role.ts';

const field = (type: string, names: readonly string[], more: Partial<FieldDescription> = {}): FieldDescription => ({
  type,
  autocomplete: [],
  names,
  texts: [],
  longest: -1,
  ...more,
});
const takes = (role: AimRole, of: FieldDescription, longest = -1): boolean =>
  takesAim(role, of.type, knownField(of), longest);

const newPassword = { autocomplete: ['new-password'] };

describe('what may go into a field that was right-clicked', () => {
  it.each<[AimRole, string, FieldDescription, boolean]>([
    ['username', 'a user name', field('text', ['username']), true],
    ['username', 'an e-mail address', field('email', ['mail']), true],
    ['username', 'a field that says nothing', field('text', ['x1']), true],
    ['username', 'a password', field('password', ['password']), false],
    ['username', 'a code', field('text', ['otp']), false],
    ['username', 'a search box', field('search', ['q']), false],
    ['password', 'a password', field('password', ['password']), true],
    ['password', 'an obscured field that says nothing', field('password', ['x1']), true],
    ['password', 'a password shown as text', field('text', ['password']), false],
    ['password', 'a field that says nothing', field('text', ['x1']), false],
    ['password', 'a new password', field('password', ['new_password'], newPassword), false],
    ['password', 'the number of a card', field('password', ['cvv']), false],
    ['code', 'a code', field('text', ['otp']), true],
    ['code', 'an obscured code', field('password', ['otp']), true],
    ['code', 'a field that says nothing', field('text', ['x1']), true],
    ['code', 'a password', field('password', ['password']), false],
    ['code', 'a user name', field('text', ['username']), false],
  ])('%s into %s: %s', (role, _what, of, expected) => {
    expect(takes(role, of)).toBe(expected);
  });

  it('a code goes into an obscured field only where that asks for one', () => {
    expect(takesAim('code', 'password', { kind: 'identity', strength: 2 }, -1)).toBe(false);
    expect(takesAim('code', 'text', { kind: 'identity', strength: 2 }, -1)).toBe(true);
  });

  it('a whole code does not go into a box for one digit', () => {
    expect(takes('code', field('text', ['otp']), 1)).toBe(false);
    expect(takes('code', field('text', ['otp']), 6)).toBe(true);
  });
});
