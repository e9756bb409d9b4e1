import type { FieldRole } from '../domain/fill.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const names: Readonly<Record<FieldRole, TextKey>> = {
  username: 'fillRoleUsername',
  password: 'fillRolePassword',
  code: 'fillRoleCode',
  extra: 'fillRoleExtra',
};

/** What a role is called in a sentence. */
export const roleName = (role: FieldRole): string => text(names[role]);
