import type {
  ApiKeyRecord,
  ItGlue,
  ItGlueAccess,
  ListCache,
  Ports,
  StoredContents,
  StoredKind,
} from '../../src/background/ports.ts';
import type { Caller } from '../../src/background/use-case.ts';
import type { ConnectionReport, StepVerdict } from '../../src/domain/connection.ts';
import type { OrganizationSummary, PasswordSummary } from '../../src/domain/credential.ts';
import type { OrganizationCredential } from '../../src/domain/entry.ts';
import { asId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/permission.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { Secret } from '../../src/domain/secret.ts';
import type { Fetched } from '../../src/messaging/contract.ts';
import { unmanagedSource } from './unmanaged.ts';

export const key = asId<'api-key'>('key-1');
export const organization = asId<'organization'>('7001');
export const administrator: Caller = { role: 'administrator' };
export const technician: Caller = { role: 'technician' };

export const organizationRow: OrganizationSummary = {
  id: organization,
  name: 'Northwind Dental',
  shortName: null,
  statusName: 'Active',
  parentId: null,
};

export const passwordRow = (id: string, organizationId = organization): PasswordSummary => ({
  id: asId<'password'>(id),
  organizationId,
  organizationName: 'Northwind Dental',
  name: `Password ${id}`,
  username: 'admin',
  url: null,
  categoryName: null,
  assetName: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: null,
  updatedAt: null,
});

export const savedKey = (more: Partial<ApiKeyRecord> = {}): ApiKeyRecord => ({
  id: key,
  name: 'Main key',
  region: 'eu',
  addedAt: 1_000,
  replacedAt: null,
  lastSuccessAt: null,
  key: new Secret('ITG.first-key'),
  ...more,
});

export const entry = (more: Partial<OrganizationCredential> = {}): OrganizationCredential => ({
  kind: 'credential',
  code: null,
  copyCode: false,
  organizationShortName: null,
  id: asId('entry-1'),
  rev: 1,
  name: 'Northwind firewall',
  deletedAt: null,
  apiKeyId: key,
  organizationId: organization,
  organizationName: 'Northwind Dental',
  selection: { mode: 'always-prompt' },
  permissions: { view: true, viewPassword: false, edit: true },
  ...more,
});

export const report = (keyAccepted: StepVerdict): ConnectionReport => ({
  steps: { reachable: 'yes', keyAccepted, metadata: 'unknown', passwordValues: 'unknown' },
  failure: keyAccepted === 'no' ? { code: 'key-not-accepted' } : null,
  organizations: null,
});

export interface World {
  readonly ports: Ports;
  /** What the client was asked, with the key it was asked with. */
  readonly asked: string[];
  readonly kept: Map<string, StoredContents[StoredKind]>;
  time: number;
  role: Role | null;
  probe: ConnectionReport;
  /** How many turns of the event loop the next reading of a record takes. */
  nextGetTurns: number;
  /** Runs while IT Glue is being asked. */
  meanwhile: () => unknown;
}

function listsInMemory(): ListCache {
  const lists = new Map<string, Fetched<unknown>>();
  return {
    get: <Row>(question: string) => (lists.get(question) as Fetched<Row> | undefined) ?? null,
    set: (question, list) => void lists.set(question, list),
    clear: () => lists.clear(),
  };
}

function itGlueOf(world: World): ItGlue {
  const answer = async <Value>(access: ItGlueAccess, what: string, value: Value) => {
    world.asked.push(`${what} with ${access.key.expose()} in ${access.region}`);
    await world.meanwhile();
    return ok(value);
  };
  const list = <Row>(rows: readonly Row[]) => ({ rows, complete: true, fetchedAt: world.time });
  return {
    organizations: (access) => answer(access, 'organizations', list([organizationRow])),
    organization: (access) => answer(access, 'organization', organizationRow),
    passwords: (access, id) => answer(access, `passwords of ${id}`, list([passwordRow('1'), passwordRow('2')])),
    folders: async () => ok([]),
    passwordSummary: (access, id) => answer(access, `summary ${id}`, passwordRow(id)),
    password: async () => fail({ code: 'no-password-access' }),
    probe: async (access) => {
      await answer(access, 'probe', null);
      return world.probe;
    },
  };
}

/** Everything that the API key use cases touch; the rest of the ports is not there, so that using it fails the test. */
export function worldWith(...contents: readonly (ApiKeyRecord | OrganizationCredential)[]): World {
  const kept: World['kept'] = new Map(
    contents.map((content) => [`${'kind' in content ? 'entry' : 'api-key'} ${content.id}`, content]),
  );
  const of = (kind: string) => [...kept].filter(([name]) => name.startsWith(`${kind} `)).map(([, content]) => content);
  const store = {
    get: async (kind: string, id: string) => {
      const content = kept.get(`${kind} ${id}`) ?? null;
      const turns = world.nextGetTurns;
      world.nextGetTurns = 0;
      for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
      return ok(content);
    },
    list: async (kind: string) => ok({ contents: of(kind), damaged: [] }),
    put: async (kind: string, id: string, content: StoredContents[StoredKind]) =>
      ok(void kept.set(`${kind} ${id}`, content)),
    remove: async (kind: string, id: string) => ok(void kept.delete(`${kind} ${id}`)),
  };
  const world: World = {
    ports: undefined as unknown as Ports,
    asked: [],
    kept,
    time: 1_000_000,
    role: 'administrator',
    probe: report('yes'),
    nextGetTurns: 0,
    meanwhile: () => undefined,
  };
  const ports = {
    policy: unmanagedSource,
    now: () => world.time,
    randomBytes: (length: number) => new Uint8Array(length).fill(0xab),
    store,
    door: { role: async () => world.role, touch: async () => {}, lock: async () => {} },
    lists: listsInMemory(),
    itGlue: itGlueOf(world),
    loadedIndexes: { clear: () => undefined },
    indexRecords: { drop: async (id: string) => void world.asked.push(`drop the index of ${id}`) },
  } as unknown as Ports;
  return Object.assign(world, { ports });
}

export const keyIn = (world: World, id: string = key): ApiKeyRecord | undefined =>
  world.kept.get(`api-key ${id}`) as ApiKeyRecord | undefined;
