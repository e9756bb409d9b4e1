import type { Right } from './failure.ts';

/** Who unlocked the vault: the role belongs to the key slot whose passphrase was given. */
export type Role = 'administrator' | 'technician';

/** RDM's three rights on an entry. View = see and launch; View password = reveal and copy; Edit = change, delete, relink. */
export type Permissions = Readonly<Record<Right, boolean>>;

export const noPermissions: Permissions = { view: false, viewPassword: false, edit: false };

/**
 * What a role may really do with an entry. An administrator always sees and edits, since whoever may edit could grant it
 * anyway; View password stays what its switch says for everybody, so that revealing takes a deliberate change first.
 */
export function effectivePermissions(role: Role, entry: Permissions): Permissions {
  if (role === 'administrator') return { view: true, viewPassword: entry.viewPassword, edit: true };
  return entry.view ? { view: true, viewPassword: entry.viewPassword, edit: entry.edit } : noPermissions;
}
