import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecordKind, SealedRecord, VaultHeader } from '../../domain/sealed.ts';
import { freshGuard, type UnlockGuard } from '../../domain/unlock-delay.ts';
import type { Records } from '../ports.ts';

interface VaultDatabase extends DBSchema {
  records: { key: [RecordKind, string]; value: SealedRecord };
  header: { key: 'vault'; value: VaultHeader };
  guard: { key: 'unlock'; value: UnlockGuard };
}

const name = 'linked-vault';
const version = 1;
/** A write that was answered is on the disk, also when the machine loses power next. */
const strict = { durability: 'strict' } as const;

const stores = ['records', 'header', 'guard'] as const;

/** One connection for the worker's life: opening costs more than reading. It is let go when another context wants to upgrade. */
function connection(): () => Promise<IDBPDatabase<VaultDatabase>> {
  let current: Promise<IDBPDatabase<VaultDatabase>> | null = null;
  const forget = () => {
    current = null;
  };
  const open = () =>
    openDB<VaultDatabase>(name, version, {
      upgrade(db) {
        db.createObjectStore('records', { keyPath: ['kind', 'id'] });
        db.createObjectStore('header');
        db.createObjectStore('guard');
      },
      blocking(_current, _wanted, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
  return async () => {
    current ??= open();
    try {
      return await current;
    } catch (error) {
      forget();
      throw error;
    }
  };
}

/** The vault on disk, in IndexedDB of the extension's own origin. */
export function createRecords(): Records {
  const connected = connection();
  const using = async <Value>(work: (db: IDBPDatabase<VaultDatabase>) => Promise<Value>): Promise<Value> =>
    work(await connected());
  return {
    header: () => using((db) => db.get('header', 'vault')).then((found) => found ?? null),
    record: (kind, id) => using((db) => db.get('records', [kind, id])).then((found) => found ?? null),
    all: (kind) => using((db) => db.getAll('records', IDBKeyRange.bound([kind], [kind, []]))),
    write: (change) =>
      using(async (db) => {
        const transaction = db.transaction(stores, 'readwrite', strict);
        const records = transaction.objectStore('records');
        const work: Promise<unknown>[] = [];
        if (change.header !== undefined) work.push(transaction.objectStore('header').put(change.header, 'vault'));
        for (const record of change.put ?? []) work.push(records.put(record));
        for (const { kind, id } of change.remove ?? []) work.push(records.delete([kind, id]));
        await Promise.all([...work, transaction.done]);
      }),
    guard: () => using((db) => db.get('guard', 'unlock')).then((found) => found ?? freshGuard),
    saveGuard: (guard) =>
      using(async (db) => {
        const transaction = db.transaction('guard', 'readwrite', strict);
        await Promise.all([transaction.store.put(guard, 'unlock'), transaction.done]);
      }),
    erase: () =>
      using(async (db) => {
        const transaction = db.transaction(stores, 'readwrite', strict);
        await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
      }),
  };
}
