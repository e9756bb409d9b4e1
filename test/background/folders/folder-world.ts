import type { Ports } from '../../../src/background/ports.ts';
import { listEntries } from '../../../src/background/use-cases/list-entries.ts';
import { saveFolder } from '../../../src/background/use-cases/save-folder.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { Folder } from '../../../src/domain/folder.ts';
import { asId, type FolderId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import type { EntryList, FolderInput, FolderView } from '../../../src/messaging/contract.ts';
import { credential, session } from '../fill/fill-world.ts';
import { administratorVault } from '../pack/pack-world.ts';

export const viewOnly = { view: true, viewPassword: false, edit: false } as const;
export const everything = { view: true, viewPassword: true, edit: true } as const;

export type World = Awaited<ReturnType<typeof administratorVault>>;

/** A vault with one key, a credential entry and a session linked to it, and no folder yet. */
export const folderVault = administratorVault;

export const newFolder: FolderInput = {
  folderId: null,
  rev: null,
  name: 'Northwind',
  parentId: null,
  permissions: viewOnly,
  credentialEntryId: null,
};

/** Makes a folder; what is not said is a client's with View only. */
export async function folderIn(world: World, input: Partial<FolderInput> = {}): Promise<FolderView> {
  const saved = await world.run(saveFolder, { ...newFolder, ...input });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value;
}

export const inputOf = ({ id, rev, name, parentId, permissions, credentialEntryId }: Folder): FolderInput => ({
  folderId: id,
  rev,
  name,
  parentId,
  permissions,
  credentialEntryId,
});

export async function put(ports: Ports, entry: Entry): Promise<void> {
  const saved = await ports.store.put('entry', entry.id, entry);
  if (!saved.ok) throw new Error(saved.failure.code);
}

/** The entry and the session of the vault, both in a folder and with its permissions. */
export async function putInto(world: World, folderId: FolderId): Promise<void> {
  const inside = { folderId, inheritsPermissions: true } as const;
  await put(world.ports, { ...credential, ...inside, permissions: { view: false, viewPassword: false, edit: false } });
  await put(world.ports, { ...session, ...inside });
}

export async function listOf(world: World, role: Role = 'administrator'): Promise<EntryList> {
  const listed = await world.run(listEntries, {}, { role });
  if (!listed.ok) throw new Error(listed.failure.code);
  return listed.value;
}

export async function entryOf(world: World, id: string): Promise<Entry> {
  const found = await world.ports.store.get('entry', id);
  if (!found.ok || found.value === null) throw new Error(`There is no entry ${id}.`);
  return found.value;
}

export async function folderOf(world: World, id: string): Promise<Folder> {
  const found = await world.ports.store.get('folder', id);
  if (!found.ok || found.value === null) throw new Error(`There is no folder ${id}.`);
  return found.value;
}

export const unknownFolder: FolderId = asId('nowhere');
