import type { Desk } from '../e2e/desk.ts';
import { auditPartsOf, type OlderVault } from '../vectors/older-vault.ts';

/** A record as it lies on the disk, whatever it claims to be. */
export type RawRecord = Readonly<Record<string, unknown>> & { readonly kind: string; readonly id: string };

/** What stands in a store of the vault's database, read past the extension. */
export const rawStore = async (desk: Desk, store: 'records' | 'header' | 'guard'): Promise<readonly RawRecord[]> =>
  JSON.parse(
    await desk.browser.evaluateInWorker(async (name) => {
      const opened = indexedDB.open('linked-vault');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const asked = database.transaction(name).objectStore(name).getAll();
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      database.close();
      // A key object has no JSON of its own: its class is what matters.
      return JSON.stringify(rows, (_key, value: unknown) =>
        value instanceof CryptoKey || value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? `[${Object.prototype.toString.call(value)}]`
          : value,
      );
    }, store),
  ) as readonly RawRecord[];

interface Place {
  readonly database: string;
  readonly store: string;
  /** Where the store has no key of its own. */
  readonly key?: string;
}

/** Runs in the worker; `bytesOf`: fields of the rows that are bytes and stand there as numbers. */
async function putRows({ database: name, store, key }: Place, rows: string, bytesOf: readonly string[]): Promise<void> {
  const opened = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
  });
  const transaction = database.transaction(store, 'readwrite');
  for (const row of JSON.parse(rows) as Record<string, unknown>[]) {
    for (const field of bytesOf) if (field in row) row[field] = Uint8Array.from(row[field] as number[]);
    transaction.objectStore(store).put(row, ...(key === undefined ? [] : [key]));
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

/** Writes rows over what stands there, as malware with the profile in its hands could; `key` where the store has none of its own. */
export const overwrite = (
  desk: Desk,
  store: 'records' | 'header',
  rows: readonly object[],
  key: string | null = null,
): Promise<void> => {
  const place = { database: 'linked-vault', store, ...(key === null ? {} : { key }) };
  return desk.browser.evaluateInWorker(putRows, place, JSON.stringify(rows), []);
};

/** Puts a vault on the disk, with its audit, as an earlier version left it there. Any other one goes. */
export async function plantVault(desk: Desk, vault: OlderVault): Promise<void> {
  await desk.ask('vault.erase', { confirm: 'erase' });
  await overwrite(desk, 'records', vault.records);
  await overwrite(desk, 'header', [vault.header], 'vault');
  if (vault.audit === undefined) return;
  const parts = auditPartsOf(vault).map(({ iv, ct, ...rest }) => ({ ...rest, iv: [...iv], ct: [...ct] }));
  const rows = JSON.stringify([...parts, { part: 'missed', missed: vault.audit.missed }]);
  await desk.browser.evaluateInWorker(putRows, { database: 'linked-vault-audit', store: 'parts' }, rows, ['iv', 'ct']);
}
