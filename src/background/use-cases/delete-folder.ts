import type { Folder } from '../../domain/folder.ts';
import { fail, ok } from '../../domain/result.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { entryChange } from '../entry-change.ts';
import { existingFolder } from '../folders.ts';
import { followPlaces } from '../follow-places.ts';
import { deletedAll, everything, folderChange, type Held, heldIn } from '../held-folders.ts';
import { placedIn } from '../placement.ts';
import type { StoredChange } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/** What lies directly in the folder goes where the folder was; the folder remembers it. */
function movingUp(folder: Folder, held: Held, deletedAt: number): readonly StoredChange[] {
  const entries = held.entries.filter((entry) => entry.folderId === folder.id && entry.deletedAt === null);
  const folders = held.folders.filter((inner) => inner.parentId === folder.id && inner.deletedAt === null);
  const movedUp = { entryIds: entries.map(({ id }) => id), folderIds: folders.map(({ id }) => id) };
  return [
    ...entries.map((entry) => entryChange(placedIn(entry, folder.parentId))),
    ...folders.map((inner) => folderChange({ ...inner, rev: inner.rev + 1, parentId: folder.parentId })),
    folderChange({ ...folder, rev: folder.rev + 1, deletedAt, movedUp }),
  ];
}

/** Deletes a folder; what is inside moves up or goes with it. Restoring the folder undoes either. */
export const deleteFolder: UseCase<'folder.delete'> = async (ports, { folderId, rev, inside }) => {
  const folder = await existingFolder(ports, folderId);
  if (!folder.ok) return folder;
  if (folder.value.rev !== rev) return fail({ code: 'folder-changed' });
  const held = await everything(ports);
  if (!held.ok) return held;
  const now = ports.now();
  const changed = await ports.store.change(
    inside === 'delete'
      ? deletedAll(heldIn(held.value, [folderId], null), now)
      : movingUp(folder.value, held.value, now),
  );
  if (!changed.ok) return changed;
  await dropUnusedHttpAuth(ports);
  await followPlaces(ports);
  return ok({});
};

/** What was deleted with a folder, at the same moment. */
function backWithIt(folder: Folder, held: Held): readonly StoredChange[] {
  const { entries, folders } = heldIn(held, [folder.id], folder.deletedAt);
  return [
    ...entries.map((entry) => entryChange({ ...entry, rev: entry.rev + 1, deletedAt: null })),
    ...folders
      .filter(({ id }) => id !== folder.id)
      .map((one) => folderChange({ ...one, rev: one.rev + 1, deletedAt: null })),
  ];
}

/** What had moved up and is still there. */
function backInto(folder: Folder, { entries, folders }: Held): readonly StoredChange[] {
  const { entryIds, folderIds } = folder.movedUp ?? { entryIds: [], folderIds: [] };
  const stayed = (place: string | null | undefined): boolean => (place ?? null) === folder.parentId;
  return [
    ...entries
      .filter((entry) => entryIds.includes(entry.id) && entry.deletedAt === null && stayed(entry.folderId))
      .map((entry) => entryChange(placedIn(entry, folder.id))),
    ...folders
      .filter((inner) => folderIds.includes(inner.id) && inner.deletedAt === null && stayed(inner.parentId))
      .map((inner) => folderChange({ ...inner, rev: inner.rev + 1, parentId: folder.id })),
  ];
}

/** Brings a deleted folder back, with what went away by its deletion; at the top where the folder around it is gone. */
export const restoreFolder: UseCase<'folder.restore'> = async (ports, { folderId }) => {
  const held = await everything(ports);
  if (!held.ok) return held;
  const folder = held.value.folders.find(({ id, deletedAt }) => id === folderId && deletedAt !== null);
  if (folder === undefined) return fail({ code: 'folder-not-found' });
  const { movedUp, ...bare } = folder;
  const around = held.value.folders.find(({ id }) => id === folder.parentId);
  const parentId = around?.deletedAt === null ? around.id : null;
  const changed = await ports.store.change([
    ...(movedUp === undefined ? backWithIt(folder, held.value) : backInto(folder, held.value)),
    folderChange({ ...bare, rev: folder.rev + 1, parentId, deletedAt: null }),
  ]);
  if (!changed.ok) return changed;
  await followPlaces(ports);
  return ok({});
};
