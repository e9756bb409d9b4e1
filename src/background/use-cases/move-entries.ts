import { type Folders, placeProblem } from '../../domain/folder.ts';
import type { FolderId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { RequestOf } from '../../messaging/contract.ts';
import { changePlaces } from '../change-places.ts';
import { entryChange } from '../entry-change.ts';
import { allFolders } from '../folders.ts';
import { namedEntries } from '../named-entries.ts';
import { placedIn } from '../placement.ts';
import type { StoredChange } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/** The folders with some of them put into another one, each looked at where the ones before it have left it. */
function moved(
  folders: Folders,
  ids: readonly FolderId[],
  to: FolderId | null,
): Result<{ readonly folders: Folders; readonly changes: readonly StoredChange[] }> {
  const next = new Map(folders);
  for (const id of ids) {
    const folder = next.get(id);
    if (folder === undefined) return fail({ code: 'folder-not-found' });
    const problem = placeProblem(next, id, to);
    if (problem !== null) return fail({ code: 'folder-refused', problem });
    next.set(id, { ...folder, rev: folder.rev + 1, parentId: to });
  }
  const changes = [...new Set(ids)].flatMap((id) => {
    const content = next.get(id);
    return content === undefined ? [] : [{ kind: 'folder', id, content } as const];
  });
  return ok({ folders: next, changes });
}

/** Puts entries and folders into a folder, all at once. What inherits has the rights of its new place from then on. */
export const moveEntries: UseCase<'entries.move'> = async (ports, request: RequestOf<'entries.move'>) => {
  const { entryIds, folderIds, to } = request;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  if (to !== null && !folders.value.has(to)) return fail({ code: 'folder-not-found' });
  const places = moved(folders.value, folderIds, to);
  if (!places.ok) return places;
  const entries = await namedEntries(ports, entryIds, 'live');
  if (!entries.ok) return entries;
  return changePlaces(ports, [
    ...places.value.changes,
    ...entries.value.map((entry) => entryChange(placedIn(entry, to))),
  ]);
};
