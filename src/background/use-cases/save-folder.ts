import { type Folder, placeProblem } from '../../domain/folder.ts';
import type { FolderId } from '../../domain/ids.ts';
import { openPolicy } from '../../domain/policy.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { FolderInput } from '../../messaging/contract.ts';
import { folderViews } from '../folder-views.ts';
import { allFolders, existingFolder } from '../folders.ts';
import { followPlaces } from '../follow-places.ts';
import { newId } from '../new-id.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** The folder as it was; null: it is new. */
async function before(ports: Ports, { folderId, rev }: FolderInput): Promise<Result<Folder | null>> {
  if (folderId === null) return ok(null);
  const found = await existingFolder(ports, folderId);
  if (!found.ok) return found;
  return found.value.rev === rev ? found : fail({ code: 'folder-changed' });
}

/** Whether what the folder names is there: the folder around it, and the credential entry that sessions inherit. */
async function checked(ports: Ports, id: FolderId, input: FolderInput, known: Folder | null): Promise<Result<void>> {
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const { parentId, credentialEntryId } = input;
  if (parentId !== null && !folders.value.has(parentId)) return fail({ code: 'folder-not-found' });
  const problem = placeProblem(folders.value, id, parentId);
  if (problem !== null) return fail({ code: 'folder-refused', problem });
  // One that was deleted since may stay named, as the link of a session may.
  if (credentialEntryId === null || credentialEntryId === known?.credentialEntryId) return ok(undefined);
  const credential = await existingEntry(ports, 'credential', credentialEntryId);
  return credential.ok ? ok(undefined) : credential;
}

/** Makes or changes a folder. What inherits in it has other rights from this moment on. */
export const saveFolder: UseCase<'folder.save'> = async (ports, input) => {
  const known = await before(ports, input);
  if (!known.ok) return known;
  const id = known.value?.id ?? newId<'folder'>(ports);
  const sound = await checked(ports, id, input, known.value);
  if (!sound.ok) return sound;
  const { name, parentId, permissions, credentialEntryId } = input;
  const rev = (known.value?.rev ?? 0) + 1;
  const folder: Folder = { id, rev, name, parentId, permissions, credentialEntryId, deletedAt: null };
  const saved = await ports.store.put('folder', id, folder);
  if (!saved.ok) return saved;
  await followPlaces(ports);
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const view = folderViews([...folders.value.values()], [], 'administrator', openPolicy).find((one) => one.id === id);
  return view === undefined ? fail({ code: 'folder-not-found' }) : ok({ ...view, credentialEntryId });
};
