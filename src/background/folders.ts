import { type Entry, type Linkable, linkedCredentialId } from '../domain/entry.ts';
import { deepestFolder, type Folder, type Folders, liveFolders, noFolders } from '../domain/folder.ts';
import type { EntryId, FolderId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Ports, SealedStore } from './ports.ts';

/** One folder; null where it is missing, and where its record does not open: the way to the top then ends there. */
async function folderOrNone(store: SealedStore, id: FolderId): Promise<Result<Folder | null>> {
  const found = await store.get('folder', id);
  return !found.ok && found.failure.code === 'vault-damaged' ? ok(null) : found;
}

/** The folders around some entries. Those that stand at the top cost no look. */
export async function foldersAround(store: SealedStore, entries: readonly (Entry | null)[]): Promise<Result<Folders>> {
  const around = new Map<string, Folder>();
  for (const entry of entries) {
    let next: FolderId | null = entry?.folderId ?? null;
    for (let depth = 0; next !== null && !around.has(next) && depth < deepestFolder; depth++) {
      const found: Result<Folder | null> = await folderOrNone(store, next);
      if (!found.ok) return found;
      if (found.value === null) break;
      around.set(next, found.value);
      next = found.value.parentId;
    }
  }
  return ok(around.size === 0 ? noFolders : liveFolders([...around.values()]));
}

/** Every folder that is not deleted. */
export async function allFolders(store: SealedStore): Promise<Result<Folders>> {
  const listed = await store.list('folder');
  return listed.ok ? ok(liveFolders(listed.value.contents)) : listed;
}

/** The credential entry that a session is linked to, by itself or by its place; null: to none. */
export async function linkedIdOf(store: SealedStore, session: Linkable): Promise<Result<EntryId | null>> {
  const folders = session.inheritsCredential === true ? await foldersAround(store, [session]) : ok(noFolders);
  return folders.ok ? ok(linkedCredentialId(session, folders.value)) : folders;
}

/** A folder that is there and not deleted. */
export async function existingFolder({ store }: Pick<Ports, 'store'>, id: FolderId): Promise<Result<Folder>> {
  const found = await store.get('folder', id);
  if (!found.ok) return found;
  const folder = found.value;
  return folder === null || folder.deletedAt !== null ? fail({ code: 'folder-not-found' }) : ok(folder);
}
