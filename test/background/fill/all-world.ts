import { vi } from 'vitest';
import { createItGlue } from '../../../src/background/adapters/it-glue.ts';
import type { NotedEvent } from '../../../src/background/audit/audit-port.ts';
import { auditedItGlue, noteCommand } from '../../../src/background/audit/audited.ts';
import { passGate } from '../../../src/background/gate.ts';
import { createLiveChallenges } from '../../../src/background/live-challenges.ts';
import { createLiveFills } from '../../../src/background/live-fills.ts';
import { policedItGlue } from '../../../src/background/policed-it-glue.ts';
import type { PolicySource } from '../../../src/background/policy-port.ts';
import type { Ports } from '../../../src/background/ports.ts';
import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { createUseCases } from '../../../src/background/use-cases.ts';
import type { AllOrganizationsCredential, SessionEntry } from '../../../src/domain/entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { fail } from '../../../src/domain/result.ts';
import type { CommandName, RequestOf, ResponseOf } from '../../../src/messaging/contract.ts';
import { apiKeyId, indexWorld } from '../index/index-world.ts';
import { unmanagedSource } from '../unmanaged.ts';
import { facts, loginReport, session as plain, scriptedPort } from './fill-world.ts';

export const everybody: AllOrganizationsCredential = {
  kind: 'credential',
  id: asId('all'),
  rev: 1,
  name: 'Everybody',
  deletedAt: null,
  apiKeyId,
  organizationId: null,
  organizationName: null,
  organizationShortName: null,
  selection: { mode: 'always-prompt' },
  permissions: { view: true, viewPassword: true, edit: false },
  code: null,
  copyCode: false,
};

export const tenants: SessionEntry = {
  ...plain,
  id: asId('tenants'),
  name: 'Tenant portal',
  hostTemplate: 'https://{organization.shortName}.tenants.example/in',
  startUrl: null,
  origin: null,
  signInOrigins: [],
  credentialEntryId: everybody.id,
};

/** A device with a synced index, one entry of all organizations and one session linked to it; IT Glue is the fake. */
export async function allWorld(policy: PolicySource = unmanagedSource) {
  const world = await indexWorld({ passwords: 900, policy });
  await world.sync();
  const noted: NotedEvent[] = [];
  const state = {
    role: 'administrator' as Role,
    front: { tabId: 5, origin: null as string | null },
    missing: [] as string[],
  };
  const audit = { note: async (...events: NotedEvent[]) => void noted.push(...events), erase: async () => {} };
  const client = { now: world.clock.now, online: () => true, fetch: world.fake.fetch };
  const itGlue = auditedItGlue(policedItGlue(createItGlue(client), policy), audit as never);
  const pages = {
    front: async () => state.front,
    windowOf: async () => 1,
    openTab: vi.fn(async (_url: string) => 5),
    bringToFront: async () => {},
    isComplete: async () => true,
    inject: async () => ({ documentId: 'DOC' }),
    showEnd: async () => {},
    openPopup: async () => true,
  };
  const hosts = {
    missing: async (origins: readonly string[]) => origins.filter((origin) => state.missing.includes(origin)),
    httpAuth: async () => 'granted',
    dropHttpAuth: async () => {},
  };
  const door = { ...world.ports.door, role: async () => state.role };
  // Whoever waits for the time to be up here waits for ever: the fake answers before.
  const wait = () => new Promise<void>(() => undefined);
  const ports = { ...world.ports, door, audit, itGlue, pages, hosts, wait } as unknown as Ports;
  await ports.store.put('entry', everybody.id, everybody);
  await ports.store.put('entry', tenants.id, tenants);
  const live = createLiveFills();
  const useCases = createUseCases(live, createLiveChallenges());
  world.fake.journal.clear();
  return {
    ...world,
    ports,
    noted,
    state,
    pages,
    /** As the server does: gate, use case, audit. */
    async ask<Name extends CommandName>(command: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> {
      const passed = await passGate(ports, command, request);
      const answer = passed.ok ? await useCases[command](ports, request, passed.value) : fail(passed.failure);
      await noteCommand(ports, command, request, answer);
      return answer as ResponseOf<Name>;
    },
    /** The page of the tab answers the script that was put into it, at this origin. */
    async page(origin: string) {
      const report = { ...loginReport, actionOrigin: origin };
      const outcome = { kind: 'filled', roles: ['username', 'password'], more: false } as const;
      const port = scriptedPort(report, outcome, { ...facts, origin, url: `${origin}/in` });
      await serveFillPort(ports, live, port.port, 'ours');
      return port.sent.filter((order) => order.type === 'fill');
    },
    /** Paths of IT Glue that were asked for since the index was read. */
    askedPaths: () => world.fake.journal.entries.map(({ path }) => path),
    password: (organization: string, name: string) => {
      const record = world.fake.password(organization, name);
      return { id: asId<'password'>(record.id), value: record.value ?? '', username: record.username };
    },
  };
}

export type AllWorld = Awaited<ReturnType<typeof allWorld>>;
