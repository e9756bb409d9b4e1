import * as v from 'valibot';
import type { ApiKeyId, OrganizationId } from '../../domain/ids.ts';
import { accessOf } from '../api-key-access.ts';
import { decoded } from '../decoded.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import { openIndexCatalog, openPart, sealPart } from './sealed-index.ts';

/** Names of one organization's password folders, with the moment when they were read. */
export interface OrganizationFolders {
  readonly at: number;
  /** By id: the whole path. */
  readonly names: Readonly<Record<string, string>>;
}

export type KnownFolders = Readonly<Record<OrganizationId, OrganizationFolders>>;

type Disk = Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'session'>;

const foldersPart = 'folders';
/** Names that are older are asked for again. */
const freshMs = 86_400_000;

const schema: v.GenericSchema<unknown, KnownFolders> = v.record(
  v.string(),
  v.object({ at: v.number(), names: v.record(v.string(), v.string()) }),
);

/** Folder names that are known of a key's organizations. What does not open counts as nothing: it only decorates. */
export async function knownFolders(disk: Disk, state: UnlockedState, apiKeyId: ApiKeyId): Promise<KnownFolders> {
  const known = disk.loadedIndexes.folders(apiKeyId);
  if (known !== null) return known;
  const raw = await disk.indexRecords.part(apiKeyId, foldersPart);
  const folders = decoded(schema, await openPart(disk, state, apiKeyId, foldersPart, raw)) ?? {};
  if ((await disk.session.unlocked()) !== null) disk.loadedIndexes.setFolders(apiKeyId, folders);
  return folders;
}

/** The names of all organizations, by folder. */
export const namesById = (folders: KnownFolders): ReadonlyMap<string, string> =>
  new Map(Object.values<OrganizationFolders>(folders).flatMap(({ names }) => Object.entries(names)));

/** Tells one state of what is known from another. */
export const folderStamp = (folders: KnownFolders): string => {
  const all = Object.values<OrganizationFolders>(folders);
  return `${all.length} ${Math.max(0, ...all.map(({ at }) => at))}`;
};

async function keep(
  disk: Disk,
  kid: string,
  apiKeyId: ApiKeyId,
  organizationId: OrganizationId,
  own: OrganizationFolders,
) {
  const state = await disk.session.unlocked();
  if (state?.kid !== kid) return;
  const folders = { ...(await knownFolders(disk, state, apiKeyId)), [organizationId]: own };
  disk.loadedIndexes.setFolders(apiKeyId, folders);
  const part = await sealPart(disk, state, apiKeyId, foldersPart, folders);
  if ((await disk.session.unlocked())?.kid === kid)
    await disk.indexRecords.write(apiKeyId, { put: [part], remove: [] });
}

const flying = new WeakMap<Ports['indexRecords'], Map<string, Promise<void>>>();

async function ask(ports: Ports, apiKeyId: ApiKeyId, organizationId: OrganizationId): Promise<void> {
  const state = await ports.session.unlocked();
  if (state === null) return;
  const known = (await knownFolders(ports, state, apiKeyId))[organizationId];
  if (known !== undefined && ports.now() - known.at < freshMs) return;
  if ((await openIndexCatalog(ports, state, apiKeyId))?.excluded.includes(organizationId)) return;
  const access = await accessOf(ports, apiKeyId);
  const folders = access.ok ? await ports.itGlue.folders(access.value, organizationId) : access;
  // An account may refuse this list: then no folder has a name, until tomorrow.
  const refused = !folders.ok && ['record-not-visible', 'record-gone'].includes(folders.failure.code);
  if (!folders.ok && !refused) return;
  const names = folders.ok ? Object.fromEntries(folders.value.map(({ id, name }) => [id, name])) : {};
  await keep(ports, state.kid, apiKeyId, organizationId, { at: ports.now(), names });
}

/**
 * Reads the names of one organization's folders where they are not known yet: one request, asked when the organization
 * is looked at, never by a sync. Never an error: without it rows say less.
 */
export async function learnFolders(ports: Ports, apiKeyId: ApiKeyId, organizationId: OrganizationId): Promise<void> {
  const flights = flying.get(ports.indexRecords) ?? new Map<string, Promise<void>>();
  flying.set(ports.indexRecords, flights);
  const question = `${apiKeyId} ${organizationId}`;
  const flight = flights.get(question) ?? ask(ports, apiKeyId, organizationId).catch(() => undefined);
  flights.set(question, flight);
  await flight;
  flights.delete(question);
}
