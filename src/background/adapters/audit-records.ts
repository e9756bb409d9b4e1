import type { DBSchema } from 'idb';
import type { AuditPart, AuditRecords } from '../audit/audit-port.ts';
import { database, strict } from './database.ts';

/** Not a part: what was counted, and could not be sealed. */
const missedKey = 'missed';

interface AuditDatabase extends DBSchema {
  parts: { key: string; value: AuditPart | { readonly part: typeof missedKey; readonly missed: object } };
}

/** The sealed audit on disk, in an IndexedDB of its own: a disk too full for it leaves the vault as it is. */
export function createAuditRecords(): AuditRecords {
  const connected = database<AuditDatabase>('linked-vault-audit', 1, (db) => {
    db.createObjectStore('parts', { keyPath: 'part' });
  });
  return {
    part: async (part) => (await connected()).get('parts', part),
    async parts(names) {
      const { store } = (await connected()).transaction('parts');
      return Promise.all(names.map((name) => store.get(name)));
    },
    empty: async () => (await (await connected()).getAllKeys('parts')).every((name) => name === missedKey),
    async write(put, remove) {
      const transaction = (await connected()).transaction('parts', 'readwrite', strict);
      const work = [
        ...put.map((part) => transaction.store.put(part)),
        ...[...remove, missedKey].map((part) => transaction.store.delete(part)),
      ];
      await Promise.all([...work, transaction.done]);
    },
    async missed() {
      const found = await (await connected()).get('parts', missedKey);
      return found !== undefined && 'missed' in found ? found.missed : undefined;
    },
    async saveMissed(missed) {
      await (await connected()).put('parts', { part: missedKey, missed });
    },
    async erase() {
      await (await connected()).clear('parts');
    },
  };
}
