import type { CredentialEntry, Entry, SessionEntry } from '../../domain/entry.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { PackFacts, PackPolicy } from '../../domain/pack.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import type { ApiKeyRecord, Ports } from '../ports.ts';
import type { PackContents, PackedSeed } from './pack-shapes.ts';

/** An entry as a pack carries it: without Edit, and without what was remembered or chosen on the way. */
const packed = (entry: Entry): Entry =>
  entry.kind === 'credential'
    ? { ...entry, rev: 1, permissions: { ...entry.permissions, edit: false } }
    : entry.kind === 'session'
      ? { ...entry, rev: 1, rememberedPasswords: [] }
      : { ...entry, rev: 1 };

/** The entries that were chosen, with the credential entries that chosen sessions are linked to. */
function chosenEntries(all: readonly Entry[], ids: readonly EntryId[]): Result<readonly Entry[]> {
  const live = new Map(all.filter(({ deletedAt }) => deletedAt === null).map((entry) => [entry.id, entry]));
  const chosen = ids.map((id) => live.get(id));
  if (chosen.includes(undefined)) return fail({ code: 'entry-not-found' });
  const entries = new Map<string, Entry>();
  for (const entry of chosen as readonly Entry[]) {
    entries.set(entry.id, entry);
    if (entry.kind === 'credential') continue;
    const linked = live.get(entry.credentialEntryId ?? ('' as EntryId));
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
  const entries = chosenEntries(listed.value.contents, entryIds);
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
    entries: entries.value.map(packed),
    seeds,
  });
}

/** Sessions among entries. */
export const sessionsIn = (entries: readonly Entry[]): readonly SessionEntry[] =>
  entries.filter((entry): entry is SessionEntry => entry.kind === 'session');
