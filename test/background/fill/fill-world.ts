import { vi } from 'vitest';
import { createListCache } from '../../../src/background/adapters/list-cache.ts';
import type { NotedEvent } from '../../../src/background/audit/audit-port.ts';
import { createLiveFills } from '../../../src/background/live-fills.ts';
import type { FillPort, NotInjected, Ports, StoredContents } from '../../../src/background/ports.ts';
import type { PasswordSummary } from '../../../src/domain/credential.ts';
import type { Entry, LocatedSession, OrganizationCredential, RemoteEntry } from '../../../src/domain/entry.ts';
import type { WaitingAim } from '../../../src/domain/field-aim.ts';
import type { FillMessage, FillOrder, FormReport, Intent, Outcome, PortFacts } from '../../../src/domain/fill.ts';
import type { AnsweredChallenge, HttpAuthAccess } from '../../../src/domain/http-challenge.ts';
import { asId, type EntryId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import type { TabClient } from '../../../src/domain/tab-client.ts';
import type { OutcomeRecord } from '../../../src/messaging/contract.ts';
import { unmanagedSource } from '../unmanaged.ts';

export const passwordMarker = 'P4ss-marker-value';

export const summary: PasswordSummary = {
  id: asId('77'),
  organizationId: asId('1'),
  organizationName: 'Northwind',
  name: 'Portal',
  username: 'alice@northwind.example',
  url: null,
  categoryName: null,
  assetName: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: null,
  updatedAt: null,
};

export const credential: OrganizationCredential = {
  kind: 'credential',
  code: null,
  copyCode: false,
  organizationShortName: null,
  id: asId('c'),
  rev: 1,
  name: 'Northwind portal',
  deletedAt: null,
  apiKeyId: asId('k'),
  organizationId: asId('1'),
  organizationName: 'Northwind',
  selection: { mode: 'password', passwordId: asId('77'), passwordName: 'Portal', username: null },
  permissions: { view: true, viewPassword: false, edit: false },
};

export const session: LocatedSession = {
  kind: 'session',
  id: asId('s'),
  rev: 1,
  name: 'Northwind portal',
  deletedAt: null,
  startUrl: 'https://portal.example/login',
  origin: 'https://portal.example',
  signInOrigins: ['https://login.example'],
  credentialEntryId: asId('c'),
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  hostTemplate: null,
  rememberedPasswords: [],
  httpAuth: false,
};

export const remote: RemoteEntry = {
  kind: 'remote',
  id: asId('r'),
  rev: 1,
  name: 'DC 01',
  deletedAt: null,
  protocol: 'ssh',
  host: 'dc01.northwind.example',
  port: null,
  credentialEntryId: asId('c'),
};

export const loginReport: FormReport = {
  fields: ['username', 'password'],
  actionOrigin: 'https://portal.example',
  refusal: null,
  inOwnFrame: false,
};

export const facts: PortFacts = {
  extensionId: 'ours',
  tabId: 5,
  frameId: 0,
  documentId: 'DOC',
  origin: 'https://portal.example',
  url: 'https://portal.example/login',
  lifecycle: 'active',
};

/** A page's side of the port, scripted: says its report, then an outcome for a fill order. */
export function scriptedPort(report: FormReport | null, outcome: Outcome | null, change: Partial<PortFacts> = {}) {
  const sent: FillOrder[] = [];
  let open = true;
  const messages: (FillMessage | null)[] = [
    report && { type: 'report', report },
    outcome && { type: 'outcome', outcome },
  ];
  const port: FillPort = {
    facts: { ...facts, ...change },
    get open() {
      return open;
    },
    send: (order) => void sent.push(order),
    next: async () => messages.shift() ?? null,
    close: () => {
      open = false;
    },
  };
  return { port, sent, disconnect: () => port.close(), closed: () => !open };
}

/** Ports in memory, as far as a fill uses them. Everything that happens outside is on record. */
export function fillWorld(role: Role | null = 'administrator') {
  const entries = new Map<string, Entry>([
    ['c', credential],
    ['s', session],
  ]);
  const intents = new Map<number, Intent>();
  const outcomes = new Map<number, OutcomeRecord>();
  const choosing = new Map<number, EntryId>();
  const aims = new Map<number, WaitingAim>();
  const clients = new Map<number, TabClient>();
  const pins = new Map<number, TabClient>();
  const answered: AnsweredChallenge[] = [];
  const noted: NotedEvent[] = [];
  const state = {
    now: 1000,
    role,
    front: { tabId: 5, origin: 'https://portal.example' as string | null },
    missing: [] as string[],
    httpAuth: 'granted' as HttpAuthAccess,
    vault: true,
  };
  const store = {
    get: async (kind: keyof StoredContents, id: string) =>
      ok(
        kind === 'api-key'
          ? { id, region: 'us', key: new Secret('ITG.key') }
          : kind === 'primary-domains'
            ? null
            : (entries.get(id) ?? null),
      ),
    list: async (kind: keyof StoredContents) =>
      ok({ contents: kind === 'primary-domains' ? [] : [...entries.values()], damaged: [] }),
    put: async (kind: keyof StoredContents, id: string, content: unknown) => {
      if (kind === 'entry') entries.set(id, content as Entry);
      return ok(undefined);
    },
  };
  const itGlue = {
    passwords: vi.fn(async () => ok({ rows: [summary], complete: true, fetchedAt: 1000 })),
    password: vi.fn(async () => ok({ summary, value: new Secret(passwordMarker) })),
    passwordSummary: vi.fn(async () => ok(summary)),
  };
  const chooser = { open: vi.fn(async (): Promise<number | null> => 9) };
  const pages = {
    front: async () => state.front,
    windowOf: async (tabId: number): Promise<number | null> => (tabId === 5 ? 1 : null),
    openTab: vi.fn(async () => 5),
    bringToFront: vi.fn(async () => {}),
    isComplete: vi.fn(async () => false),
    inject: vi.fn(async (): Promise<{ documentId: string } | NotInjected> => ({ documentId: 'DOC' })),
    showEnd: vi.fn(async () => {}),
    openPopup: vi.fn(async () => true),
  };
  const ports = {
    policy: unmanagedSource,
    now: () => state.now,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    store,
    itGlue,
    lists: createListCache(),
    audit: { note: async (...events: readonly NotedEvent[]) => void noted.push(...events), erase: async () => {} },
    pages,
    door: { role: async () => state.role, touch: async () => {}, lock: async () => {} },
    hosts: {
      missing: async () => state.missing,
      httpAuth: async () => state.httpAuth,
      dropHttpAuth: async () => {
        state.httpAuth = 'missing';
      },
    },
    records: { header: async () => (state.vault ? {} : null), record: async () => null },
    chooser,
    alarms: { set: vi.fn(async () => {}) },
    session: {
      unlocked: async () => null,
      intent: async (tabId: number) => intents.get(tabId) ?? null,
      intents: async () => [...intents.values()],
      setIntent: async (intent: Intent) => void intents.set(intent.tabId, intent),
      removeIntent: async (tabId: number) => void intents.delete(tabId),
      outcome: async (tabId: number) => outcomes.get(tabId) ?? null,
      setOutcome: async (tabId: number, record: OutcomeRecord) => void outcomes.set(tabId, record),
      takeChoosing: async (tabId: number) => {
        const chosen = choosing.get(tabId) ?? null;
        choosing.delete(tabId);
        return chosen;
      },
      answeredChallenges: async () => answered,
      noteAnswered: async (one: AnsweredChallenge) => void answered.push(one),
      waitingAim: async (tabId: number) => aims.get(tabId) ?? null,
      setWaitingAim: async (tabId: number, aim: WaitingAim) => void aims.set(tabId, aim),
      removeWaitingAim: async (tabId: number) => void aims.delete(tabId),
      setChoosing: async (tabId: number, entryId: EntryId) => void choosing.set(tabId, entryId),
      tabClient: async (tabId: number) => clients.get(tabId) ?? null,
      pin: async (windowId: number) => pins.get(windowId) ?? null,
      setPin: async (windowId: number, client: TabClient) => void pins.set(windowId, client),
      removePin: async (windowId: number) => void pins.delete(windowId),
      setTabClient: async (tabId: number, client: TabClient) => void clients.set(tabId, client),
    },
  } as unknown as Ports;
  return {
    ports,
    live: createLiveFills(),
    entries,
    intents,
    outcomes,
    choosing,
    clients,
    pins,
    answered,
    noted,
    state,
    itGlue,
    pages,
    chooser,
  };
}
