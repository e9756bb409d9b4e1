import type { Entry } from '../../domain/entry.ts';
import { type Folder, liveFolders } from '../../domain/folder.ts';
import type { EntryId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { changePlaces } from '../change-places.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { entryChange } from '../entry-change.ts';
import { deletedAll, everything, folderChange, type Held, heldIn } from '../held-folders.ts';
import { namedEntries } from '../named-entries.ts';
import type { Ports } from '../ports.ts';
import { restored } from '../restored.ts';
import type { UseCase } from '../use-case.ts';

const once = <Kept extends Entry | Folder>(...parts: readonly (readonly Kept[])[]): readonly Kept[] => [
  ...new Map(parts.flat().map((one) => [one.id as string, one])).values(),
];

/** The folders that were named with what lies in them, and the entries that were named beside them. */
async function together(
  ports: Ports,
  entryIds: readonly EntryId[],
  state: 'live' | 'deleted',
  inFolders: readonly Held[],
): Promise<Result<Held>> {
  const named = await namedEntries(ports, entryIds, state);
  if (!named.ok) return named;
  return ok({
    entries: once(named.value, ...inFolders.map(({ entries }) => entries)),
    folders: once(...inFolders.map(({ folders }) => folders)),
  });
}

/** Deletes folders with everything in them, and entries, at one moment: all of it, or nothing where one is not there. */
export const deleteFolders: UseCase<'folders.delete'> = async (ports, { folderIds, entryIds }) => {
  const held = await everything(ports);
  if (!held.ok) return held;
  const live = liveFolders(held.value.folders);
  if (!folderIds.every((id) => live.has(id))) return fail({ code: 'folder-not-found' });
  const gone = await together(ports, entryIds, 'live', [heldIn(held.value, folderIds, null)]);
  if (!gone.ok) return gone;
  const changed = await changePlaces(ports, deletedAll(gone.value, ports.now()));
  if (changed.ok) await dropUnusedHttpAuth(ports);
  return changed;
};

/** Undo of it: a folder whose surroundings are gone comes back at the top, and so does an entry. */
export const restoreFolders: UseCase<'folders.restore'> = async (ports, { folderIds, entryIds }) => {
  const held = await everything(ports);
  if (!held.ok) return held;
  const gone = held.value.folders.filter(({ id, deletedAt }) => folderIds.includes(id) && deletedAt !== null);
  if (gone.length < new Set(folderIds).size) return fail({ code: 'folder-not-found' });
  const parts = gone.map(({ id, deletedAt }) => heldIn(held.value, [id], deletedAt));
  const back = await together(ports, entryIds, 'deleted', parts);
  if (!back.ok) return back;
  const places = liveFolders([
    ...held.value.folders,
    ...back.value.folders.map((one) => ({ ...one, deletedAt: null })),
  ]);
  return changePlaces(ports, [
    ...back.value.entries.map((entry) => entryChange(restored(entry, places))),
    ...back.value.folders.map((folder) => {
      const parentId = places.has(folder.parentId ?? '') ? folder.parentId : null;
      return folderChange({ ...folder, rev: folder.rev + 1, parentId, deletedAt: null });
    }),
  ]);
};
