import {
  codeWords,
  newPasswordWords,
  otherWords,
  usernameTokens,
  usernameTypes,
  usernameWords,
} from './field-hints.ts';

/** What the page says of an input: its type, its autocomplete tokens and the words around it. Its value is never read. */
export interface FieldDescription {
  readonly type: string;
  /** Lower-case autocomplete tokens. */
  readonly autocomplete: readonly string[];
  /** Name, id, label, placeholder and aria text, joined by blanks. */
  readonly words: string;
}

export type FieldKind = 'password' | 'new-password' | 'username' | 'maybe-username' | 'other';

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_\-.[\]:]+/g, ' ');

function passwordKind(tokens: readonly string[], words: string): FieldKind {
  if (tokens.includes('current-password')) return 'password';
  if (tokens.includes('new-password')) return 'new-password';
  if (tokens.includes('one-time-code') || tokens.some((token) => token.startsWith('cc-')) || codeWords.test(words))
    return 'other';
  return newPasswordWords.test(words) ? 'new-password' : 'password';
}

/**
 * What an input is for, by itself. `maybe-username`: a text field that nothing names, which is a user name only beside a
 * password.
 */
export function fieldKind(field: FieldDescription): FieldKind {
  const words = folded(field.words);
  if (field.type === 'password') return passwordKind(field.autocomplete, words);
  if (!usernameTypes.includes(field.type)) return 'other';
  if (field.autocomplete.some((token) => usernameTokens.includes(token))) return 'username';
  if (field.autocomplete.includes('one-time-code') || otherWords.test(words)) return 'other';
  return field.type === 'email' || usernameWords.test(words) ? 'username' : 'maybe-username';
}
