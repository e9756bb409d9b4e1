import type { FieldRole } from '../domain/fill.ts';

/** What each role is called in a sentence. */
export const roleNames: Readonly<Record<FieldRole, string>> = {
  username: 'user name',
  password: 'password',
  code: 'one-time code',
  extra: 'further text',
};
