import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inTime } from './within.ts';

/** A write that was answered is on the disk, also when the machine loses power next. */
export const strict = { durability: 'strict' } as const;

/**
 * One connection for the worker's life: opening costs more than reading. It is let go when another context wants to
 * upgrade, and opened anew at the next use. One that an older context keeps waiting is given up, and tried again then.
 */
export function database<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (db: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let current: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = () => {
    current = null;
  };
  const open = () =>
    inTime(
      openDB<Schema>(name, version, {
        upgrade,
        blocking(_current, _wanted, event) {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      }),
    );
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
