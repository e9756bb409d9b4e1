import type { DBSchema, IDBPDatabase } from 'idb';
import type { RecordKind, SealedRecord, VaultHeader } from '../../domain/sealed.ts';
import { freshGuard, type UnlockGuard } from '../../domain/unlock-delay.ts';
import type { Records } from '../ports.ts';
import { database, strict } from './database.ts';
import { heldPart } from './held-part.ts';

interface VaultDatabase extends DBSchema {
  records: { key: [RecordKind, string]; value: SealedRecord };
  header: { key: 'vault'; value: VaultHeader };
  guard: { key: 'unlock'; value: UnlockGuard };
}

const name = 'linked-vault';
const version = 1;

const stores = ['records', 'header', 'guard'] as const;

const connection = () =>
  database<VaultDatabase>(name, version, (db) => {
    db.createObjectStore('records', { keyPath: ['kind', 'id'] });
    db.createObjectStore('header');
    db.createObjectStore('guard');
  });

/** The vault on disk, in IndexedDB of the extension's own origin. */
export function createRecords(): Records {
  const connected = connection();
  const using = async <Value>(work: (db: IDBPDatabase<VaultDatabase>) => Promise<Value>): Promise<Value> =>
    work(await connected());
  const catalog = heldPart<SealedRecord | null>();
  const record = (kind: RecordKind, id: string): Promise<SealedRecord | null> =>
    using((db) => db.get('records', [kind, id])).then((found) => found ?? null);
  const changing = (work: (db: IDBPDatabase<VaultDatabase>) => Promise<void>): Promise<void> =>
    catalog.after(using(work));
  return {
    header: () => using((db) => db.get('header', 'vault')).then((found) => found ?? null),
    record: (kind, id) => (kind === 'catalog' ? catalog.read(id, () => record(kind, id)) : record(kind, id)),
    all: (kind) => using((db) => db.getAll('records', IDBKeyRange.bound([kind], [kind, []]))),
    withCatalog: (kind, id) =>
      using(async (db) => {
        const { store } = db.transaction('records');
        const asked = id === null ? IDBKeyRange.bound([kind], [kind, []]) : IDBKeyRange.only([kind, id]);
        const [catalog, records] = await Promise.all([store.get(['catalog', 'catalog']), store.getAll(asked)]);
        return { catalog: catalog ?? null, records };
      }),
    write: (change) =>
      changing(async (db) => {
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
      changing(async (db) => {
        const transaction = db.transaction(stores, 'readwrite', strict);
        await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
      }),
  };
}
