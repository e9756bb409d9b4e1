import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { answerWithinMs, givenWithinMs, within } from './within.ts';

/** A write that was answered is on the disk, also when the machine loses power next. */
export const strict = { durability: 'strict' } as const;

/**
 * One connection for the worker's life: opening costs more than reading. It is let go when another context wants to
 * upgrade, and opened anew at the next use. While an older context keeps it waiting, each use is given up: the first
 * late, those after it soon, since what was asked for once is still being waited for.
 */
export function database<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (db: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  let current: Promise<IDBPDatabase<Schema>> | null = null;
  let patienceMs = givenWithinMs;
  const patient = () => {
    patienceMs = givenWithinMs;
  };
  const forget = () => {
    current = null;
    patient();
  };
  const open = () => {
    const opening = openDB<Schema>(name, version, {
      upgrade,
      blocking(_current, _wanted, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.then(patient, forget);
    return opening;
  };
  return async () => {
    current ??= open();
    const given = await within(patienceMs, current);
    if (given !== null) return given;
    patienceMs = answerWithinMs;
    throw new Error('The browser did not open the database.');
  };
}
