import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { cipher } from '../../../src/background/adapters/cipher.ts';
import { createIndexRecords } from '../../../src/background/adapters/index-records.ts';
import { createListCache } from '../../../src/background/adapters/list-cache.ts';
import { createLoadedIndexes } from '../../../src/background/adapters/loaded-indexes.ts';
import { createOpenedRecords } from '../../../src/background/adapters/opened-records.ts';
import { createRecords } from '../../../src/background/adapters/records.ts';
import { createSessionMemory } from '../../../src/background/adapters/session-memory.ts';
import { signing } from '../../../src/background/adapters/signing.ts';
import { packedPolicy } from '../../../src/background/pack/packed-policy.ts';
import type { ManagedSource } from '../../../src/background/policy-port.ts';
import type { Kdf, Ports } from '../../../src/background/ports.ts';
import { createSealedStore } from '../../../src/background/sealed-store.ts';
import type { Caller, UseCase } from '../../../src/background/use-case.ts';
import { createVaultDoor } from '../../../src/background/vault-door.ts';
import type { CommandName, RequestOf } from '../../../src/messaging/contract.ts';
import { unmanagedSource } from '../unmanaged.ts';

/** Session storage as browsers have it: values are copied as JSON-like data. */
export function memoryArea() {
  const values = new Map<string, unknown>();
  const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return {
    values,
    async get(keys?: unknown) {
      const names = keys === null || keys === undefined ? [...values.keys()] : [keys].flat().map(String);
      return Object.fromEntries(names.flatMap((name) => (values.has(name) ? [[name, copy(values.get(name))]] : [])));
    },
    async set(items: Record<string, unknown>) {
      for (const [name, value] of Object.entries(items)) values.set(name, copy(value));
    },
    async remove(keys: string | string[]) {
      for (const name of [keys].flat()) values.delete(name);
    },
    async clear() {
      values.clear();
    },
  };
}

/** As distinct as Argon2id for a test, and instant; the real one has tests of its own. */
const instantKdf: Kdf = {
  derive: async (passphrase, { salt, m, t, p }) =>
    Uint8Array.from(createHash('sha256').update(`${passphrase.expose()}|${salt}|${m}|${t}|${p}`).digest()),
  measureFloor: async () => 200,
};

/** A device: its disk outlives the browser, its session memory the worker. */
export function vaultWorld(policy: ManagedSource = unmanagedSource) {
  globalThis.indexedDB = new IDBFactory();
  const area = memoryArea();
  const clock = { now: 1_000_000 };
  const alarmsSet: Record<string, number> = {};
  const start = (): Ports => {
    const session = createSessionMemory(area);
    const base = {
      policy: packedPolicy(policy, { session, now: () => clock.now }),
      now: () => clock.now,
      randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      records: createRecords(),
      cipher,
      kdf: instantKdf,
      session,
      signing,
      lists: createListCache(),
      opened: createOpenedRecords(),
      hosts: { dropHttpAuth: async () => {}, missing: async () => [], httpAuth: async () => 'granted' },
      indexRecords: createIndexRecords(),
      audit: { note: async () => {}, erase: async () => {} },
      loadedIndexes: createLoadedIndexes(),
      alarms: {
        set: async (name: string, at: number) => {
          alarmsSet[name] = at;
        },
      },
    };
    return { ...base, store: createSealedStore(base), door: createVaultDoor(base) } as unknown as Ports;
  };
  const world = {
    area,
    clock,
    alarmsSet,
    ports: start(),
    restartWorker: () => {
      world.ports = start();
    },
    restartBrowser: () => {
      area.values.clear();
      world.ports = start();
    },
    run: <Name extends CommandName>(
      useCase: UseCase<Name>,
      request: RequestOf<Name>,
      caller: Caller = { role: 'administrator' },
    ) => useCase(world.ports, request, caller),
  };
  return world;
}

/** Everything that lies on the disk, as text. */
export async function diskText(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('linked-vault');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all: unknown[] = [];
  for (const name of database.objectStoreNames) {
    const request = database.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    all.push(request.result);
  }
  database.close();
  return JSON.stringify(all);
}
