import { entryChanges, type Holding, sameEntry } from '../../domain/entry-changes.ts';
import { ok, type Result } from '../../domain/result.ts';
import { freshGuard } from '../../domain/unlock-delay.ts';
import { type OpenedBackup, openBackup } from '../backup/opened-backup.ts';
import { forgetLists } from '../cached-list.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { enterVault } from '../enter-vault.ts';
import type { ApiKeyRecord, Ports, StoredChange } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

interface Here extends Holding {
  readonly apiKeys: readonly ApiKeyRecord[];
}

async function hereNow(ports: Ports): Promise<Result<Here>> {
  if ((await ports.records.header()) === null) return ok({ entries: [], folders: [], apiKeys: [] });
  const entries = await ports.store.list('entry');
  if (!entries.ok) return entries;
  const folders = await ports.store.list('folder');
  if (!folders.ok) return folders;
  const apiKeys = await ports.store.list('api-key');
  if (!apiKeys.ok) return apiKeys;
  return ok({
    entries: entries.value.contents,
    folders: folders.value.contents,
    apiKeys: apiKeys.value.contents,
  });
}

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
    });
  });

/** What the backup brings to a vault that is there: it adds and sets back, and takes nothing away. */
function changesOf({ entries, folders, apiKeys, seeds }: OpenedBackup, here: Here): readonly StoredChange[] {
  const byId = new Map(here.entries.map((entry) => [entry.id, entry]));
  const keys = new Set(here.apiKeys.map(({ id }) => id));
  const brought = entries.filter((entry) => {
    const before = byId.get(entry.id);
    return before === undefined || !sameEntry(before, entry);
  });
  return [
    ...folders.flatMap((folder): readonly StoredChange[] => {
      const before = here.folders.find(({ id }) => id === folder.id);
      if (before !== undefined && sameEntry(before, folder)) return [];
      return [{ kind: 'folder', id: folder.id, content: { ...folder, rev: (before?.rev ?? folder.rev - 1) + 1 } }];
    }),
    // A key that is here may have been replaced since: the newer one stays.
    ...apiKeys.filter(({ id }) => !keys.has(id)).map((key) => ({ kind: 'api-key', id: key.id, content: key }) as const),
    ...brought.flatMap((entry): readonly StoredChange[] => {
      const rev = (byId.get(entry.id)?.rev ?? entry.rev - 1) + 1;
      const change = { kind: 'entry', id: entry.id, content: { ...entry, rev } } as const;
      const seed = seeds.get(entry.id);
      return seed === undefined ? [change] : [change, { kind: 'code-seed', id: entry.id, content: seed }];
    }),
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
