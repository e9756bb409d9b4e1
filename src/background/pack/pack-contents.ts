import { type CredentialEntry, type Entry, linkedCredentialId, linkedTo } from '../../domain/entry.ts';
import { type Folder, type Folders, folderChain } from '../../domain/folder.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { PackFacts, PackPolicy } from '../../domain/pack.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { allFolders } from '../folders.ts';
import type { ApiKeyRecord, Ports } from '../ports.ts';
import type { PackContents, PackedSeed } from './pack-shapes.ts';

/** A folder as a pack carries it: its rights alone, since the links of sessions are already followed. */
const packedFolder = ({ id, name, parentId, permissions }: Folder): Folder => ({
  id,
  rev: 1,
  name,
  parentId,
  permissions: permissions === null ? null : { ...permissions, edit: false },
  credentialEntryId: null,
  deletedAt: null,
});

/** An entry as a pack carries it: without Edit, linked by itself, and without what was remembered or chosen on the way. */
function packed(entry: Entry, folders: Folders): Entry {
  const around = entry.folderId === undefined ? null : folderChain(folders, entry.folderId);
  // Outside of every folder what inherits has no rights at all, as it had none here.
  const { folderId, ...placeless } = entry;
  const placed: Entry = around === null ? placeless : entry;
  if (placed.kind === 'credential') return { ...placed, rev: 1, permissions: { ...placed.permissions, edit: false } };
  const linked = { ...linkedTo(placed, linkedCredentialId(placed, folders), false), rev: 1 };
  return linked.kind === 'remote' ? linked : { ...linked, rememberedPasswords: [] };
}

/** The folders around entries, up to the top. */
const foldersOf = (entries: readonly Entry[], folders: Folders): readonly Folder[] => [
  ...new Map(
    entries.flatMap(({ folderId }) =>
      folderId === undefined
        ? []
        : (folderChain(folders, folderId) ?? []).map((folder) => [folder.id, folder] as const),
    ),
  ).values(),
];

/** The entries that were chosen, with the credential entries that chosen sessions are linked to. */
function chosenEntries(all: readonly Entry[], ids: readonly EntryId[], folders: Folders): Result<readonly Entry[]> {
  const live = new Map(all.filter(({ deletedAt }) => deletedAt === null).map((entry) => [entry.id, entry]));
  const chosen = ids.map((id) => live.get(id));
  if (chosen.includes(undefined)) return fail({ code: 'entry-not-found' });
  const entries = new Map<string, Entry>();
  for (const entry of chosen as readonly Entry[]) {
    entries.set(entry.id, entry);
    if (entry.kind === 'credential') continue;
    const linked = live.get(linkedCredentialId(entry, folders) ?? ('' as EntryId));
    if (linked?.kind !== 'credential') return fail({ code: 'not-linked' });
    entries.set(linked.id, linked);
  }
  return ok([...entries.values()]);
}

/** Everything that a pack carries, gathered from the vault of the administrator who makes it. */
export async function packContents(
  ports: Pick<Ports, 'store'>,
  facts: PackFacts,
  entryIds: readonly EntryId[],
  policy: PackPolicy,
): Promise<Result<PackContents>> {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const entries = chosenEntries(listed.value.contents, entryIds, folders.value);
  if (!entries.ok) return entries;
  const credentials = entries.value.filter((entry): entry is CredentialEntry => entry.kind === 'credential');
  const ofAll = credentials.find(({ organizationId }) => organizationId === null);
  if (ofAll !== undefined) return fail({ code: 'not-for-packs', entryName: ofAll.name });
  const apiKeys: ApiKeyRecord[] = [];
  for (const id of new Set(credentials.map(({ apiKeyId }) => apiKeyId))) {
    const key = await apiKeyRecord(ports, id);
    if (!key.ok) return key;
    apiKeys.push(key.value);
  }
  const seeds: PackedSeed[] = [];
  for (const { id } of credentials.filter(({ code }) => code !== null)) {
    const seed = await ports.store.get('code-seed', id);
    if (!seed.ok) return seed;
    if (seed.value !== null) seeds.push({ entryId: id, ...seed.value });
  }
  const { packId, name, version, issuedAt, expiresAt } = facts;
  return ok({
    packId,
    name,
    version,
    issuedAt,
    expiresAt,
    policy,
    apiKeys,
    folders: foldersOf(entries.value, folders.value).map(packedFolder),
    entries: entries.value.map((entry) => packed(entry, folders.value)),
    seeds,
  });
}
