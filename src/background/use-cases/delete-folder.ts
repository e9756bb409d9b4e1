import type { Folder } from '../../domain/folder.ts';
import { fail } from '../../domain/result.ts';
import { changePlaces } from '../change-places.ts';
import { entryChange } from '../entry-change.ts';
import { existingFolder } from '../folders.ts';
import { everything, folderChange, type Held } from '../held-folders.ts';
import { placedIn } from '../placement.ts';
import type { StoredChange } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { deleteFolders, restoreFolders } from './delete-folders.ts';

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
export const deleteFolder: UseCase<'folder.delete'> = async (ports, { folderId, rev, inside }, caller) => {
  const folder = await existingFolder(ports, folderId);
  if (!folder.ok) return folder;
  if (folder.value.rev !== rev) return fail({ code: 'folder-changed' });
  if (inside === 'delete') return deleteFolders(ports, { folderIds: [folderId], entryIds: [] }, caller);
  const held = await everything(ports);
  return held.ok ? changePlaces(ports, movingUp(folder.value, held.value, ports.now())) : held;
};

/** What had moved up and is still there. */
function backInto(
  folder: Folder,
  { entryIds, folderIds }: NonNullable<Folder['movedUp']>,
  { entries, folders }: Held,
): readonly StoredChange[] {
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
export const restoreFolder: UseCase<'folder.restore'> = async (ports, { folderId }, caller) => {
  const held = await everything(ports);
  if (!held.ok) return held;
  const folder = held.value.folders.find(({ id, deletedAt }) => id === folderId && deletedAt !== null);
  if (folder === undefined) return fail({ code: 'folder-not-found' });
  const { movedUp, ...bare } = folder;
  if (movedUp === undefined) return restoreFolders(ports, { folderIds: [folderId], entryIds: [] }, caller);
  const around = held.value.folders.find(({ id }) => id === folder.parentId);
  const parentId = around?.deletedAt === null ? around.id : null;
  return changePlaces(ports, [
    ...backInto(folder, movedUp, held.value),
    folderChange({ ...bare, rev: folder.rev + 1, parentId, deletedAt: null }),
  ]);
};
