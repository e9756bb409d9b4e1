import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { type DemoServer, startDemoServer } from '../../src/demo/demo-server.ts';
import type { FakeItGlue } from '../../src/demo/fake-it-glue.ts';
import type { JournalEntry } from '../../src/demo/it-glue/journal.ts';
import type { Site } from '../../src/demo/site.ts';
import { fillOrigins } from '../../src/domain/entry.ts';
import type { EntryId, PasswordId } from '../../src/domain/ids.ts';
import type { Permissions } from '../../src/domain/permission.ts';
import type { CommandName, Commands, RequestOf } from '../../src/messaging/contract.ts';
import { type BrowserDriver, type BrowserKind, launchBrowser } from '../browser/driver.ts';
import type { Tab } from '../browser/surface.ts';
import { whole } from '../whole.ts';
import { type Person, person } from './person.ts';

export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];
/** For what our own pages show and keep, and journeys whose parts are proven in Firefox elsewhere: it repeats them in the whole form. */
export const pageKinds: readonly BrowserKind[] = whole ? browserKinds : ['chromium'];
export const extensionFolder = (kind: BrowserKind): string => join('dist', kind === 'chromium' ? 'chrome' : 'firefox');
export const optionsPath = 'src/options/index.html';
const allowed: Permissions = { view: true, viewPassword: true, edit: true };

/** A browser with the production extension, in front of the demo IT Glue and its sites. */
export interface Desk {
  readonly kind: BrowserKind;
  readonly server: DemoServer;
  readonly fake: FakeItGlue;
  readonly browser: BrowserDriver;
  /** An options page that stays open; commands are asked from it. */
  readonly options: Tab;
  /** Asks the worker as a page of the extension does, by the real contract. Throws what it refuses. */
  ask<Name extends CommandName>(command: Name, body: RequestOf<Name>): Promise<Commands[Name]['response']>;
  /** The same, answering the whole result. */
  tryAsk<Name extends CommandName>(command: Name, body: RequestOf<Name>): Promise<unknown>;
  /** Vault, API key, a credential entry and a linked website session with site access. */
  linked(session: SessionSetup): Promise<LinkedSession>;
  /** The true popup over the tab in front, newly opened. */
  popup(): Promise<Person>;
  /** Requests to IT Glue that brought a password value. */
  reveals(): number;
  /** Requests that somebody's act led to: those of the index, which come when they are due, are not among them. */
  asked(): readonly JournalEntry[];
  close(): Promise<void>;
}

export interface SessionSetup {
  readonly host: string;
  readonly signInHosts?: readonly string[];
  readonly organization?: string;
  /** null: Always prompt with list. */
  readonly password?: string | null;
  readonly permissions?: Permissions;
  readonly allowHttp?: boolean;
  readonly autoSubmit?: boolean;
  readonly sameOriginFrames?: boolean;
  readonly httpAuth?: boolean;
  /** Names of the two entries; default: made of the host. */
  readonly names?: { readonly credential: string; readonly session: string };
  /** false: the browser has not granted access to the site. */
  readonly granted?: boolean;
}

export interface LinkedSession {
  readonly credentialId: EntryId;
  readonly sessionId: EntryId;
  readonly passwordId: PasswordId | null;
  readonly username: string | null;
  readonly value: string;
}

export interface DeskSetup {
  readonly sites?: readonly Site[];
  readonly profileDir?: string;
  readonly server?: DemoServer;
  /** Another program that starts the browser. */
  readonly executable?: string;
  /** false: no vault yet. */
  readonly vault?: boolean;
  /** Another build than the one in `dist`. */
  readonly extension?: string;
  /** What is set in the browser before a page of the extension is open. */
  readonly prepare?: (browser: BrowserDriver) => Promise<void>;
}

const sitePatternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Runs in an extension page. */
async function askWorker(command: string, body: unknown): Promise<string> {
  const { runtime } = (
    globalThis as unknown as {
      readonly chrome: {
        readonly runtime: { sendMessage(m: unknown): Promise<unknown>; getManifest(): { version: string } };
      };
    }
  ).chrome;
  return JSON.stringify((await runtime.sendMessage({ command, body, build: runtime.getManifest().version })) ?? null);
}

/** Lists of the whole account, as the index reads them. */
const isOfIndex = ({ path, query }: JournalEntry): boolean =>
  path === '/organizations' || (path === '/passwords' && query['filter[organization_id]'] === undefined);

/** A vault with the key of the demo account. */
export async function makeVault({ ask }: Pick<Desk, 'ask'>): Promise<void> {
  await ask('vault.create', { passphrase: demoPassphrase });
  const key = { apiKeyId: null, name: 'Demo key', region: 'us', key: demoKeys.full } as const;
  await ask('apiKey.set', { ...key, save: 'anyway' });
}

export async function openDesk(kind: BrowserKind, setup: DeskSetup = {}): Promise<Desk> {
  const server = setup.server ?? (await startDemoServer({ sites: setup.sites ?? [] }));
  const profile = setup.profileDir === undefined ? {} : { profileDir: setup.profileDir };
  const browser = await launchBrowser(kind, {
    extension: setup.extension ?? extensionFolder(kind),
    demoPort: server.port,
    spki: server.spki,
    ...profile,
    ...(setup.executable === undefined ? {} : { executable: setup.executable }),
  });
  await setup.prepare?.(browser);
  const options = await browser.openExtensionPage(optionsPath);
  const desk = deskOf(kind, server, browser, options);
  if (setup.vault === true) await makeVault(desk);
  return desk;
}

export const freshProfile = (): string => mkdtempSync(join(tmpdir(), 'linked-vault-profile-'));

function deskOf(kind: BrowserKind, server: DemoServer, browser: BrowserDriver, options: Tab): Desk {
  const tryAsk = async (command: string, body: unknown): Promise<unknown> =>
    JSON.parse(await options.evaluate(askWorker, command, body));
  const ask: Desk['ask'] = async (command, body) => {
    const answer = (await tryAsk(command, body)) as { ok: boolean; value: never; failure?: unknown } | null;
    if (answer?.ok !== true) throw new Error(`${command}: ${JSON.stringify(answer?.failure ?? answer)}`);
    return answer.value;
  };
  return {
    kind,
    server,
    fake: server.fake,
    browser,
    options,
    ask,
    tryAsk,
    linked: (session) => linkSession({ ask, browser, fake: server.fake }, session),
    async popup() {
      if (await browser.popupIsOpen()) await browser.closePopup();
      return person(await browser.openPopup());
    },
    reveals: () => server.fake.journal.reveals.length,
    asked: () => server.fake.journal.entries.filter((entry) => !isOfIndex(entry)),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function linkSession(
  { ask, browser, fake }: Pick<Desk, 'ask' | 'browser' | 'fake'>,
  setup: SessionSetup,
): Promise<LinkedSession> {
  const organizationName = setup.organization ?? 'Northwind Dental Group';
  const organization = fake.organization(organizationName);
  const record = fake.password(organizationName, setup.password ?? 'Patient portal - front desk');
  const [key] = await ask('apiKey.list', {});
  if (key === undefined) throw new Error('no API key');
  const prompt = setup.password === null;
  const passwordId = prompt ? null : (String(record.id) as PasswordId);
  const credential = await ask('credentialEntry.save', {
    entryId: null,
    rev: null,
    name: setup.names?.credential ?? `Credential for ${setup.host}`,
    apiKeyId: key.id,
    organizationId: String(organization.id) as never,
    selection: { mode: prompt ? 'always-prompt' : 'password', passwordId },
    permissions: setup.permissions ?? allowed,
  });
  const session = await ask('sessionEntry.save', {
    entryId: null,
    rev: null,
    name: setup.names?.session ?? `Session ${setup.host}`,
    host: setup.host,
    signInHosts: setup.signInHosts ?? [],
    credentialEntryId: credential.id,
    allowHttp: setup.allowHttp ?? false,
    autoSubmit: setup.autoSubmit ?? false,
    sameOriginFrames: setup.sameOriginFrames ?? false,
    httpAuth: setup.httpAuth ?? false,
  });
  if (setup.granted !== false)
    for (const origin of fillOrigins(session)) await browser.grantSiteAccess(sitePatternOf(origin));
  return {
    credentialId: credential.id,
    sessionId: session.id,
    passwordId,
    username: record.username,
    value: record.value ?? '',
  };
}
