import { type CredentialEntry, type Entry, entryPermissions, linkedCredentialId } from '../domain/entry.ts';
import type { Folders } from '../domain/folder.ts';
import type { EntryId } from '../domain/ids.ts';
import { effectivePermissions, type Permissions, type Role } from '../domain/permission.ts';

/** An entry that a role may view. */
export interface Viewable {
  readonly entry: Entry;
  /** The credential entry behind it; null: none. A credential entry is its own. */
  readonly linkedId: EntryId | null;
  readonly rights: Permissions;
}

/** What a role may view of a whole list, deleted ones included. Links are looked up in the list itself, not one record at a time. */
export function viewable(entries: readonly Entry[], folders: Folders, role: Role): readonly Viewable[] {
  const credentials = new Map<string, CredentialEntry>();
  for (const entry of entries)
    if (entry.kind === 'credential' && entry.deletedAt === null) credentials.set(entry.id, entry);
  return entries.flatMap((entry): Viewable[] => {
    const linkedId = entry.kind === 'credential' ? entry.id : linkedCredentialId(entry, folders);
    const linked = entry.kind === 'credential' ? entry : (credentials.get(linkedId ?? '') ?? null);
    const rights = effectivePermissions(role, entryPermissions(entry, linked, folders));
    return rights.view ? [{ entry, linkedId, rights }] : [];
  });
}
