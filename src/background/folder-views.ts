import { type Folder, folderChain, liveFolders, placePermissions } from '../domain/folder.ts';
import { noPermissions, type Role } from '../domain/permission.ts';
import { cappedPermissions, type Policy } from '../domain/policy.ts';
import type { EntryView, FolderView } from '../messaging/contract.ts';

const byName = (a: Folder, b: Folder): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/**
 * The folders that exist for a role: all of them for an administrator; for a technician those around something that it
 * may view. `viewed`: the live entries that it may view.
 */
export function folderViews(
  folders: readonly Folder[],
  viewed: readonly EntryView[],
  role: Role,
  policy: Policy,
): readonly FolderView[] {
  const live = liveFolders(folders);
  const around = new Set<string>();
  for (const folderId of new Set(viewed.flatMap((entry) => entry.folderId ?? [])))
    for (const { id } of folderChain(live, folderId) ?? []) around.add(id);
  const known = new Set<string>(viewed.map(({ id }) => id));
  return [...live.values()]
    .filter(({ id }) => role === 'administrator' || around.has(id))
    .map((folder) => ({
      ...folder,
      credentialEntryId: known.has(folder.credentialEntryId ?? '') ? folder.credentialEntryId : null,
      gives: cappedPermissions(placePermissions(live, folder.id), policy),
    }))
    .sort(byName);
}

/** Those that can be restored, the last deleted first: one that went away inside of another comes back with that. */
export function deletedFolders(folders: readonly Folder[]): readonly FolderView[] {
  const gone = new Map(folders.filter(({ deletedAt }) => deletedAt !== null).map((folder) => [folder.id, folder]));
  const alone = (folder: Folder): boolean =>
    folder.parentId === null || gone.get(folder.parentId)?.deletedAt !== folder.deletedAt;
  return [...gone.values()]
    .filter(alone)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0))
    .map((folder) => ({ ...folder, gives: noPermissions }));
}
