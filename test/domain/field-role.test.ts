import { expect, it } from 'vitest';
import type { FieldKind } from '../../src/domain/field-kind.ts';
import { knownField } from '../../src/domain/field-role.ts';

type Row = readonly [type: string, autocomplete: string, name: string, label: string, kind: FieldKind | null];

const rows: readonly Row[] = [
  ['password', '', 'password', '', 'password'],
  ['password', 'current-password', 'p', '', 'password'],
  ['password', 'off', 'passwd', '', 'password'],
  ['password', '', 'old_password', '', 'password'],
  ['password', 'new-password', 'password', '', 'new-password'],
  ['password', '', 'newPassword', '', 'new-password'],
  ['password', '', 'confirm_password', '', 'new-password'],
  ['password', '', 'p2', 'Repeat password', 'new-password'],
  ['password', '', 'p', 'Neues Passwort', 'new-password'],
  ['password', '', 'p', 'Confirmez le mot de passe', 'new-password'],
  ['password', '', 'p', 'パスワード（確認）', 'new-password'],
  ['password', 'one-time-code', 'x', '', 'code'],
  ['password', '', 'otp', '', 'code'],
  ['password', '', 'x', 'One-time password', 'code'],
  ['password', '', 'password', 'Password/OTP', 'password'],
  ['password', 'cc-csc', 'x', '', 'card'],
  ['password', '', 'cvv', '', 'card'],
  ['password', '', 'k', 'WPA pre-shared key', 'other-secret'],
  ['text', 'username', '', '', 'username'],
  ['email', '', 'x', '', 'email'],
  ['text', '', '', 'Benutzername', 'username'],
  ['text', '', '', 'Käyttäjätunnus', 'username'],
  ['text', '', 'userName', '', 'username'],
  ['text', '', 'login', 'Имя', 'username'],
  ['text', '', '', 'E-mail or phone number', 'username'],
  ['text', '', 'xyz', '', 'unnamed'],
  ['text', '', 'search', '', 'search'],
  ['text', 'username', 'un', 'Search by user name', 'search'],
  ['text', 'one-time-code', 'username', '', 'code'],
  ['tel', '', 'x', 'Verification code', 'code'],
  ['text', '', 'promo', 'Promo code', 'identity'],
  ['email', '', 'email_verification_code', 'Email address', 'email'],
  ['text', '', 'x', 'First name', 'identity'],
  ['text', '', 'x', 'Account ID (12 digits) or account alias', 'extra'],
  ['text', '', 'realm', '', 'extra'],
  ['text', '', 'x', 'Leave this field empty', 'decoy'],
  ['text', '', 'captcha', '', 'captcha'],
  ['text', '', 'pwd', '', 'password'],
  ['text', '', 'x', 'Forgot password? Your user name', 'username'],
  ['checkbox', '', 'username', '', null],
  ['hidden', '', 'username', '', null],
];

it.each(rows)('type %j, autocomplete %j, name %j, label %j: %s', (type, autocomplete, name, label, kind) => {
  const field = knownField({
    type,
    autocomplete: autocomplete.split(' '),
    names: name === '' ? [] : [name],
    texts: label === '' ? [] : [label],
    longest: -1,
  });
  expect(field?.kind ?? null).toBe(kind);
});
