import type { DBSchema } from 'idb';
import type { ApiKeyId } from '../../domain/ids.ts';
import { catalogPart, type IndexChange, type IndexPart, type IndexRecords } from '../index/index-ports.ts';
import { database, strict } from './database.ts';
import { heldPart } from './held-part.ts';

interface IndexDatabase extends DBSchema {
  parts: { key: [ApiKeyId, string]; value: IndexPart };
}

const allOf = (apiKeyId: ApiKeyId) => IDBKeyRange.bound([apiKeyId], [apiKeyId, []]);

/** The sealed index on disk, in an IndexedDB of its own: a disk too full for it leaves the vault as it is. */
export function createIndexRecords(): IndexRecords {
  const connected = database<IndexDatabase>('linked-vault-index', 1, (db) => {
    db.createObjectStore('parts', { keyPath: ['apiKeyId', 'part'] });
  });
  const catalogs = heldPart<unknown>();
  const read = async (apiKeyId: ApiKeyId, part: string): Promise<unknown> =>
    (await (await connected()).get('parts', [apiKeyId, part])) ?? null;
  const write = async (apiKeyId: ApiKeyId, { put, remove }: IndexChange): Promise<void> => {
    const transaction = (await connected()).transaction('parts', 'readwrite', strict);
    const work = [
      ...put.map((part) => transaction.store.put(part)),
      ...remove.map((part) => transaction.store.delete([apiKeyId, part])),
    ];
    await Promise.all([...work, transaction.done]);
  };
  return {
    part: (apiKeyId, part) =>
      part === catalogPart ? catalogs.read(apiKeyId, () => read(apiKeyId, part)) : read(apiKeyId, part),
    async parts(apiKeyId, names) {
      const { store } = (await connected()).transaction('parts');
      return Promise.all(names.map((name) => store.get([apiKeyId, name])));
    },
    write: (apiKeyId, change) => catalogs.after(write(apiKeyId, change)),
    drop: (apiKeyId) => catalogs.after(connected().then((db) => db.delete('parts', allOf(apiKeyId)))),
    erase: () => catalogs.after(connected().then((db) => db.clear('parts'))),
  };
}
