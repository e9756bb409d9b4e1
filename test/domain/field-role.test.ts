import { expect, it } from 'vitest';
import { type FieldKind, fieldKind } from '../../src/domain/field-role.ts';

const cases: readonly (readonly [type: string, autocomplete: string, words: string, kind: FieldKind])[] = [
  ['password', '', 'password', 'password'],
  ['password', 'current-password', 'new confirm', 'password'],
  ['password', 'off', 'passwd', 'password'],
  ['password', 'new-password', 'password', 'new-password'],
  ['password', '', 'newPassword', 'new-password'],
  ['password', '', 'confirm_password', 'new-password'],
  ['password', '', 'Repeat password', 'new-password'],
  ['password', '', 'Neues Passwort', 'new-password'],
  ['password', 'one-time-code', '', 'other'],
  ['password', '', 'otp', 'other'],
  ['password', 'cc-csc', '', 'other'],
  ['password', '', 'cvv', 'other'],
  ['text', 'username', '', 'username'],
  ['email', '', '', 'username'],
  ['text', '', 'Benutzername', 'username'],
  ['text', '', 'Käyttäjätunnus', 'username'],
  ['text', '', 'loginfmt', 'username'],
  ['text', '', 'userName', 'username'],
  ['text', '', 'xyz', 'maybe-username'],
  ['text', '', 'search', 'other'],
  ['text', '', 'Search users', 'other'],
  ['email', '', 'newsletter email', 'other'],
  ['text', 'one-time-code', 'username', 'other'],
  ['tel', '', 'verification code', 'other'],
  ['text', '', 'First name', 'other'],
  ['checkbox', '', 'username', 'other'],
  ['hidden', '', 'username', 'other'],
];

it.each(cases)('type %j, autocomplete %j, %j is %s', (type, autocomplete, words, kind) => {
  expect(fieldKind({ type, autocomplete: autocomplete.split(' '), words })).toBe(kind);
});
