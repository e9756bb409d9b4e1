import type { CredentialEntry, Entry } from '../../domain/entry.ts';
import { entryChanges, type Holding, sameEntry } from '../../domain/entry-changes.ts';
import { liveFolders } from '../../domain/folder.ts';
import { asId } from '../../domain/ids.ts';
import { noPrimaryDomains, type PrimaryDomains, primaryDomainIn } from '../../domain/primary-domain.ts';
import { ok, type Result } from '../../domain/result.ts';
import { freshGuard } from '../../domain/unlock-delay.ts';
import { type OpenedBackup, openBackup } from '../backup/opened-backup.ts';
import { forgetLists } from '../cached-list.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { enterVault } from '../enter-vault.ts';
import { entryChange } from '../entry-change.ts';
import { followingSessions } from '../follow-organization.ts';
import type { ApiKeyRecord, Ports, StoredChange } from '../ports.ts';
import { primaryDomainsOf, realigned } from '../primary-domains.ts';
import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

interface Here extends Holding {
  readonly apiKeys: readonly ApiKeyRecord[];
  /** By the id of the API key. */
  readonly domains: ReadonlyMap<string, PrimaryDomains>;
}

async function hereNow(ports: Ports): Promise<Result<Here>> {
  if ((await ports.records.header()) === null) return ok({ entries: [], folders: [], apiKeys: [], domains: new Map() });
  const entries = await ports.store.list('entry');
  if (!entries.ok) return entries;
  const folders = await ports.store.list('folder');
  if (!folders.ok) return folders;
  const apiKeys = await ports.store.list('api-key');
  if (!apiKeys.ok) return apiKeys;
  const domains = new Map<string, PrimaryDomains>();
  for (const { id } of apiKeys.value.contents) domains.set(id, await primaryDomainsOf(ports, id));
  return ok({
    entries: entries.value.contents,
    folders: folders.value.contents,
    apiKeys: apiKeys.value.contents,
    domains,
  });
}

/** How many organizations get another domain. */
const newDomains = (brought: PrimaryDomains['ofOrganization'], here: PrimaryDomains = noPrimaryDomains): number =>
  Object.entries(brought).filter(([id, domain]) => primaryDomainIn(here, id) !== domain).length;

/** Shows what restoring a backup would change. Nothing is changed by it. */
export const readBackup: UseCase<'backup.read'> = (ports, { text, passphrase }) =>
  orStorageFailed(async () => {
    const opened = await openBackup(ports, text, passphrase);
    if (!opened.ok) return opened;
    const here = await hereNow(ports);
    if (!here.ok) return here;
    const known = new Set<string>(here.value.apiKeys.map(({ id }) => id));
    return ok({
      createdAt: opened.value.backup.createdAt,
      apiKeys: opened.value.apiKeys.map(
        ({ id, name }) => ({ name, change: known.has(id) ? 'kept' : 'added' }) as const,
      ),
      changes: entryChanges(here.value, opened.value, 'kept'),
      primaryDomains: [...opened.value.domains].reduce(
        (sum, [id, { ofOrganization }]) => sum + newDomains(ofOrganization, here.value.domains.get(id)),
        0,
      ),
    });
  });

/** Entries of the backup that are not here, or are other than here, under the next revision. */
function broughtEntries({ entries }: OpenedBackup, here: Here): readonly Entry[] {
  const byId = new Map(here.entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry) => {
    const before = byId.get(entry.id);
    if (before !== undefined && sameEntry(before, entry)) return [];
    return [{ ...entry, rev: (before?.rev ?? entry.rev - 1) + 1 }];
  });
}

/** The primary domains after it, and the entries that have to follow them: those of an older backup know of none. */
function domainChanges({ domains, folders }: OpenedBackup, here: Here, after: readonly Entry[]) {
  const merged = [...new Set([...here.domains.keys(), ...domains.keys()])].map((id) => ({
    id: asId<'api-key'>(id),
    content: {
      ofOrganization: { ...here.domains.get(id)?.ofOrganization, ...domains.get(id)?.ofOrganization },
    },
  }));
  const credentials = after.filter((entry): entry is CredentialEntry => entry.kind === 'credential');
  const changed = merged.flatMap(({ id, content }) => realigned(credentials, id, content));
  const places = new Map([...here.folders, ...folders].map((folder) => [folder.id, folder]));
  const brought = merged.filter(({ id }) => domains.has(id));
  return [
    ...brought.map((one) => ({ kind: 'primary-domains', ...one }) as const),
    ...changed.map(entryChange),
    ...followingSessions(after, liveFolders([...places.values()]), changed),
  ];
}

/** What the backup brings to a vault that is there: it adds and sets back, and takes nothing away. */
function changesOf(opened: OpenedBackup, here: Here): readonly StoredChange[] {
  const { folders, apiKeys, seeds } = opened;
  const keys = new Set(here.apiKeys.map(({ id }) => id));
  const brought = broughtEntries(opened, here);
  const after = new Map([...here.entries, ...brought].map((entry) => [entry.id, entry]));
  return [
    ...folders.flatMap((folder): readonly StoredChange[] => {
      const before = here.folders.find(({ id }) => id === folder.id);
      if (before !== undefined && sameEntry(before, folder)) return [];
      return [{ kind: 'folder', id: folder.id, content: { ...folder, rev: (before?.rev ?? folder.rev - 1) + 1 } }];
    }),
    // A key that is here may have been replaced since: the newer one stays.
    ...apiKeys.filter(({ id }) => !keys.has(id)).map((key) => ({ kind: 'api-key', id: key.id, content: key }) as const),
    ...brought.flatMap((entry): readonly StoredChange[] => {
      const change = entryChange(entry);
      const seed = seeds.get(entry.id);
      return seed === undefined ? [change] : [change, { kind: 'code-seed', id: entry.id, content: seed }];
    }),
    ...domainChanges(opened, here, [...after.values()]),
  ];
}

/** The vault of the backup on a device that has none: written as it is in the file, and open. */
async function restoreWhole(ports: Ports, { backup, opened }: OpenedBackup): Promise<void> {
  await ports.audit.erase();
  await ports.records.write({ header: backup.header, put: backup.records });
  await ports.records.saveGuard(freshGuard);
  await enterVault(ports, backup.header.kid, opened);
}

/** Restores a backup that was looked at. Whole or not at all. */
export const restoreBackup: UseCase<'backup.restore'> = (ports, { text, passphrase }) =>
  orStorageFailed(async () => {
    const opened = await openBackup(ports, text, passphrase);
    if (!opened.ok) return opened;
    if ((await ports.records.header()) === null) {
      await restoreWhole(ports, opened.value);
      return statusOf(ports);
    }
    const here = await hereNow(ports);
    if (!here.ok) return here;
    const changed = await ports.store.change(changesOf(opened.value, here.value));
    if (!changed.ok) return changed;
    forgetLists(ports.lists);
    return statusOf(ports);
  });
