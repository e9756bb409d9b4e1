import type { Desk } from '../e2e/desk.ts';

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

/** Writes rows over what stands there, as malware with the profile in its hands could; `key` where the store has none of its own. */
export const overwrite = (
  desk: Desk,
  store: 'records' | 'header',
  rows: readonly object[],
  key: string | null = null,
): Promise<void> =>
  desk.browser.evaluateInWorker(
    async (name, given, at) => {
      const opened = indexedDB.open('linked-vault');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const transaction = database.transaction(name, 'readwrite');
      for (const row of JSON.parse(given) as object[])
        transaction.objectStore(name).put(row, ...(at === null ? [] : [at]));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    store,
    JSON.stringify(rows),
    key,
  );
