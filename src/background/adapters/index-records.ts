import type { DBSchema } from 'idb';
import type { ApiKeyId } from '../../domain/ids.ts';
import type { IndexPart, IndexRecords } from '../index/index-ports.ts';
import { database, strict } from './database.ts';

interface IndexDatabase extends DBSchema {
  parts: { key: [ApiKeyId, string]; value: IndexPart };
}

const allOf = (apiKeyId: ApiKeyId) => IDBKeyRange.bound([apiKeyId], [apiKeyId, []]);

/** The sealed index on disk, in an IndexedDB of its own: a disk too full for it leaves the vault as it is. */
export function createIndexRecords(): IndexRecords {
  const connected = database<IndexDatabase>('linked-vault-index', 1, (db) => {
    db.createObjectStore('parts', { keyPath: ['apiKeyId', 'part'] });
  });
  return {
    part: async (apiKeyId, part) => (await (await connected()).get('parts', [apiKeyId, part])) ?? null,
    async parts(apiKeyId, names) {
      const { store } = (await connected()).transaction('parts');
      return Promise.all(names.map((name) => store.get([apiKeyId, name])));
    },
    async write(apiKeyId, { put, remove }) {
      const transaction = (await connected()).transaction('parts', 'readwrite', strict);
      const work = [
        ...put.map((part) => transaction.store.put(part)),
        ...remove.map((part) => transaction.store.delete([apiKeyId, part])),
      ];
      await Promise.all([...work, transaction.done]);
    },
    async drop(apiKeyId) {
      await (await connected()).delete('parts', allOf(apiKeyId));
    },
    async erase() {
      await (await connected()).clear('parts');
    },
  };
}
