import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { cipher } from '../../../src/background/adapters/cipher.ts';
import { createIndexRecords } from '../../../src/background/adapters/index-records.ts';
import { createIndexSource } from '../../../src/background/adapters/it-glue-index.ts';
import { createListCache } from '../../../src/background/adapters/list-cache.ts';
import { createLoadedIndexes } from '../../../src/background/adapters/loaded-indexes.ts';
import { createOpenedRecords } from '../../../src/background/adapters/opened-records.ts';
import { createRecords } from '../../../src/background/adapters/records.ts';
import { createRequestBudget } from '../../../src/background/adapters/request-budget.ts';
import { createSessionMemory } from '../../../src/background/adapters/session-memory.ts';
import { syncIndex } from '../../../src/background/index/sync-index.ts';
import type { PolicySource } from '../../../src/background/policy-port.ts';
import type { ApiKeyRecord, Ports } from '../../../src/background/ports.ts';
import { createSealedStore } from '../../../src/background/sealed-store.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { indexState } from '../../../src/background/use-cases/index-state.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { searchIndex } from '../../../src/background/use-cases/search-index.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import { createVaultDoor } from '../../../src/background/vault-door.ts';
import { manualClock } from '../../../src/demo/clock.ts';
import { demoKeys } from '../../../src/demo/demo-credentials.ts';
import { createFakeItGlue, type FakeSetup } from '../../../src/demo/fake-it-glue.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { IndexState } from '../../../src/domain/index-state.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { Secret } from '../../../src/domain/secret.ts';
import type { RequestOf } from '../../../src/messaging/contract.ts';
import { unmanagedSource } from '../unmanaged.ts';
import { memoryArea } from '../vault/vault-world.ts';

const passphrase = 'harbor copper lantern';

export const apiKeyId = asId<'api-key'>('k');

const savedKey = (): ApiKeyRecord => ({
  id: apiKeyId,
  name: 'Main',
  region: 'us',
  addedAt: 1,
  replacedAt: null,
  lastSuccessAt: null,
  key: new Secret(demoKeys.full),
});

export interface WorldSetup extends FakeSetup {
  readonly organizations?: number;
  readonly passwords?: number;
  readonly policy?: PolicySource;
  /** What stands between the worker and the fake IT Glue. */
  readonly between?: (server: typeof fetch) => typeof fetch;
}

/** A device with an unlocked vault and one API key, and a fake IT Glue; its disk and the browser outlive the worker. */
export async function indexWorld({
  organizations = 40,
  passwords = 2500,
  policy = unmanagedSource,
  between = (server) => server,
  ...setup
}: WorldSetup = {}) {
  globalThis.indexedDB = new IDBFactory();
  const clock = manualClock();
  const area = memoryArea();
  const fake = createFakeItGlue({ clock, sizes: { us: { organizations, passwords, largest: 200 } }, ...setup });
  const served = between(fake.fetch);
  const alarms: Record<string, number> = {};
  const waits: number[] = [];
  const start = (): Ports => {
    const budget = createRequestBudget(clock.now, () => 0);
    const client = { now: clock.now, online: () => true };
    const base = {
      policy,
      now: clock.now,
      wait: async (ms: number) => {
        waits.push(ms);
        clock.advance(ms);
      },
      randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      records: createRecords(),
      cipher,
      kdf: {
        derive: async (text: Secret, parameters: object) =>
          Uint8Array.from(
            createHash('sha256')
              .update(text.expose() + JSON.stringify(parameters))
              .digest(),
          ),
        measureFloor: async () => 200,
      },
      session: createSessionMemory(area),
      lists: createListCache(),
      opened: createOpenedRecords(),
      alarms: { set: async (name: string, at: number) => void Object.assign(alarms, { [name]: at }) },
      indexRecords: createIndexRecords(),
      audit: { note: async () => {}, erase: async () => {} },
      hosts: { dropHttpAuth: async () => {} },
      indexSource: createIndexSource({
        person: { ...client, fetch: budget.fetchFor('person', served) },
        background: { ...client, fetch: budget.fetchFor('background', served) },
      }),
      loadedIndexes: createLoadedIndexes(),
      budget,
    };
    return { ...base, store: createSealedStore(base), door: createVaultDoor(base) } as unknown as Ports;
  };
  const world = {
    fake,
    clock,
    alarms,
    waits,
    ports: start(),
    /** The browser ends the worker: what it was doing is gone, session memory and disk stay. */
    restartWorker() {
      world.ports = start();
    },
    lock: () => lockVault(world.ports, {}, { role: null }),
    unlock: () => unlockVault(world.ports, { passphrase }, { role: null }),
    /** Time goes by; the vault locked meanwhile and is unlocked again. */
    async later(ms: number) {
      clock.advance(ms);
      await unlockVault(world.ports, { passphrase }, { role: null });
    },
    sync: (full = false, asker: 'person' | 'background' = 'background') =>
      syncIndex(world.ports, apiKeyId, { asker, full }),
    async state(role: Role = 'administrator'): Promise<IndexState | undefined> {
      const answer = await indexState(world.ports, {}, { role });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value[0];
    },
    async search(query: string, more: Partial<RequestOf<'index.search'>> = {}, role: Role = 'administrator') {
      const request = { query, limit: 500, origin: null, organizationId: null, ...more };
      const answer = await searchIndex(world.ports, request, { role });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value;
    },
    /** What was asked since the last look: path and query, without the fixed parts. */
    asked(): readonly string[] {
      const all = fake.journal.entries.map(
        ({ path, query }) => `${path} ${query.sort} ${query['page[number]']}x${query['page[size]']}`,
      );
      fake.journal.clear();
      return all;
    },
  };
  await createVault(world.ports, { passphrase }, { role: null });
  await world.ports.store.put('api-key', apiKeyId, savedKey());
  return world;
}

export type IndexWorld = Awaited<ReturnType<typeof indexWorld>>;

/** Every password of the account that an index should find, by id. */
export const passwordIds = ({ fake }: IndexWorld): readonly string[] => [...fake.tenant().passwords.keys()].sort();

/** Every password that a search finds, by id. */
export async function foundIds(world: IndexWorld): Promise<readonly string[]> {
  const ids: string[] = [];
  const { ports } = world;
  const answer = await searchIndex(
    ports,
    { query: '', limit: 1_000_000, origin: null, organizationId: null },
    { role: 'administrator' },
  );
  if (!answer.ok) throw new Error(answer.failure.code);
  for (const hit of answer.value.hits) ids.push(hit.summary.id);
  return ids.sort();
}
