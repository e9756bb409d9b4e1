import { type CredentialEntry, entryPermissions } from '../../domain/entry.ts';
import type { ApiKeyId, EntryId, OrganizationId, PasswordId } from '../../domain/ids.ts';
import { effectivePermissions, type Role } from '../../domain/permission.ts';
import type { PrimaryDomains } from '../../domain/primary-domain.ts';
import type { Region } from '../../domain/region.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { allFolders } from '../folders.ts';
import type { Ports } from '../ports.ts';
import { primaryDomainsOf } from '../primary-domains.ts';
import { decodeRecord } from '../record-shapes.ts';

/** What one role may find in the index of one key. */
export interface IndexScope {
  readonly apiKeyId: ApiKeyId;
  readonly region: Region;
  /** null: all of them. */
  readonly organizations: ReadonlySet<OrganizationId> | null;
  readonly entriesOfPassword: ReadonlyMap<PasswordId, readonly EntryId[]>;
  /** Of entries that always prompt. */
  readonly entriesOfOrganization: ReadonlyMap<OrganizationId, readonly EntryId[]>;
  /** Of those among them that are of all organizations. */
  readonly entriesOfAll: readonly EntryId[];
  /** Kept for the organizations of the key. */
  readonly domains: PrimaryDomains;
}

function grouped<Key>(pairs: readonly (readonly [Key, EntryId])[]): ReadonlyMap<Key, readonly EntryId[]> {
  const groups = new Map<Key, EntryId[]>();
  for (const [key, id] of pairs) groups.set(key, [...(groups.get(key) ?? []), id]);
  return groups;
}

/** A technician finds what entries that always prompt would show: their organizations, and nothing beside them. */
function scopeOf(
  role: Role,
  apiKeyId: ApiKeyId,
  region: Region,
  entries: readonly CredentialEntry[],
  domains: PrimaryDomains,
): IndexScope | null {
  const own = entries.filter((entry) => entry.apiKeyId === apiKeyId);
  const prompting = own.filter(({ selection }) => selection.mode === 'always-prompt');
  if (role !== 'administrator' && prompting.length === 0) return null;
  const ofOne = prompting.flatMap(({ id, organizationId }) =>
    organizationId === null ? [] : [[organizationId, id] as const],
  );
  const entriesOfAll = prompting.filter((entry) => entry.organizationId === null).map(({ id }) => id);
  const everything = role === 'administrator' || entriesOfAll.length > 0;
  return {
    apiKeyId,
    region,
    organizations: everything ? null : new Set(ofOne.map(([organizationId]) => organizationId)),
    entriesOfPassword: grouped(
      own.flatMap(({ id, selection }) => (selection.mode === 'password' ? [[selection.passwordId, id] as const] : [])),
    ),
    entriesOfOrganization: grouped(ofOne),
    entriesOfAll,
    domains,
  };
}

async function readScopes({ store }: Pick<Ports, 'store'>, role: Role): Promise<Result<readonly IndexScope[]>> {
  const keys = await store.list('api-key');
  if (!keys.ok) return keys;
  const entries = await store.list('entry');
  if (!entries.ok) return entries;
  const folders = await allFolders(store);
  if (!folders.ok) return folders;
  const visible = entries.value.contents.flatMap((entry) =>
    entry.kind === 'credential' &&
    entry.deletedAt === null &&
    effectivePermissions(role, entryPermissions(entry, entry, folders.value)).view
      ? [entry]
      : [],
  );
  const scopes = keys.value.contents.map(async ({ id, region }) =>
    scopeOf(role, id, region, visible, await primaryDomainsOf({ store }, id)),
  );
  return ok((await Promise.all(scopes)).filter((scope) => scope !== null));
}

interface Kept {
  readonly stamp: string;
  readonly scopes: readonly IndexScope[];
}

const keptOf = new WeakMap<Ports['records'], Kept>();

/**
 * Which indexes, and what in them, a role may search. The entries of a vault are not read again for every key that is
 * pressed: each change of any of them seals the vault's catalog anew, and its ciphertext tells.
 */
export async function scopesFor(
  ports: Pick<Ports, 'store' | 'records' | 'session'>,
  role: Role,
): Promise<Result<readonly IndexScope[]>> {
  const catalog = decodeRecord(await ports.records.record('catalog', 'catalog').catch(() => null));
  const stamp = catalog === null ? null : `${role} ${catalog.kid} ${catalog.rev} ${catalog.iv}`;
  const kept = keptOf.get(ports.records);
  if (stamp !== null && kept?.stamp === stamp) return ok(kept.scopes);
  const scopes = await readScopes(ports, role);
  if (!scopes.ok) return scopes;
  if ((await ports.session.unlocked()) === null) return fail({ code: 'locked' });
  if (stamp !== null) keptOf.set(ports.records, { stamp, scopes: scopes.value });
  return scopes;
}
