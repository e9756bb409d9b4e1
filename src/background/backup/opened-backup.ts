import type { Entry } from '../../domain/entry.ts';
import type { Folder } from '../../domain/folder.ts';
import type { PrimaryDomains } from '../../domain/primary-domain.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed.ts';
import { Secret } from '../../domain/secret.ts';
import type { CodeSeed } from '../../domain/totp.ts';
import type { OpenedSlot } from '../passphrase-try.ts';
import type { ApiKeyRecord, OpenedRecords, Ports, Records, SealedStore, UnlockedState } from '../ports.ts';
import { createSealedStore } from '../sealed-store.ts';
import { openSlot } from '../vault-header.ts';
import { type Backup, readBackup } from './backup-file.ts';

/** A backup whose passphrase was right, with everything in it opened once: what does not open is no backup. */
export interface OpenedBackup {
  readonly backup: Backup;
  readonly opened: OpenedSlot;
  readonly entries: readonly Entry[];
  readonly folders: readonly Folder[];
  readonly apiKeys: readonly ApiKeyRecord[];
  readonly seeds: ReadonlyMap<string, CodeSeed>;
  /** By the id of the API key. */
  readonly domains: ReadonlyMap<string, PrimaryDomains>;
}

const nothingKept: OpenedRecords = { get: () => undefined, set: () => undefined, clear: () => undefined };

/** The records of a file in place of a disk's. Nothing is written to it. */
function recordsOf({ header, records }: Backup): Records {
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  const readOnly = async (): Promise<never> => {
    throw new Error('A backup is not written to.');
  };
  return {
    header: async () => header,
    record: async (kind, id) => of(kind).find((record: SealedRecord) => record.id === id) ?? null,
    all: async (kind) => of(kind),
    withCatalog: async (kind, id) => ({
      catalog: of('catalog')[0] ?? null,
      records: of(kind).filter((record: SealedRecord) => id === null || record.id === id),
    }),
    write: readOnly,
    guard: readOnly,
    saveGuard: readOnly,
    erase: readOnly,
  };
}

/** The store that reads a vault reads a backup of one, so that both know damage by the same rules. */
function storeOf(ports: Pick<Ports, 'cipher' | 'session'>, backup: Backup, { dek, slot }: OpenedSlot): SealedStore {
  const settings = { idleMinutes: 0, capHours: 0 };
  const state: UnlockedState = {
    dek,
    kid: backup.header.kid,
    role: slot.role,
    unlockedAt: 0,
    lastUsedAt: 0,
    settings,
    pack: null,
  };
  const session = { ...ports.session, unlocked: async () => state };
  return createSealedStore({ cipher: ports.cipher, session, records: recordsOf(backup), opened: nothingKept });
}

const damaged = (): Result<never> => fail({ code: 'backup-refused', problem: 'damaged' });

/** Opens a backup with an administrator's passphrase of the vault that it was made of. */
export async function openBackup(
  ports: Pick<Ports, 'cipher' | 'kdf' | 'session'>,
  text: string,
  passphrase: string,
): Promise<Result<OpenedBackup>> {
  const backup = readBackup(text);
  if (!backup.ok) return backup;
  const opened = await openSlot(ports, backup.value.header, new Secret(passphrase));
  if (opened === null) return fail({ code: 'backup-refused', problem: 'wrong-passphrase' });
  if (opened.slot.role !== 'administrator') return fail({ code: 'backup-refused', problem: 'not-an-administrator' });
  const store = storeOf(ports, backup.value, opened);
  const [entries, folders, apiKeys, settings, seeds] = [
    await store.list('entry'),
    await store.list('folder'),
    await store.list('api-key'),
    await store.list('settings'),
    new Map<string, CodeSeed>(),
  ];
  if (!entries.ok || !folders.ok || !apiKeys.ok || !settings.ok) return damaged();
  if ([entries, folders, apiKeys, settings].some(({ value }) => value.damaged.length > 0)) return damaged();
  for (const { id } of entries.value.contents) {
    const seed = await store.get('code-seed', id);
    if (!seed.ok) return damaged();
    if (seed.value !== null) seeds.set(id, seed.value);
  }
  const domains = new Map<string, PrimaryDomains>();
  for (const { id } of apiKeys.value.contents) {
    const kept = await store.get('primary-domains', id);
    if (!kept.ok) return damaged();
    if (kept.value !== null) domains.set(id, kept.value);
  }
  const contents = {
    entries: entries.value.contents,
    folders: folders.value.contents,
    apiKeys: apiKeys.value.contents,
    seeds,
    domains,
  };
  return ok({ backup: backup.value, opened, ...contents });
}
