import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import type { ApiKeyId, EntryId, OrganizationId } from '../../src/domain/ids.ts';
import type { BrowserKind } from '../browser/driver.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, freshProfile, openDesk } from '../e2e/desk.ts';
import { loginValues } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';
import { type Find, searchProfile, sizeOf } from './profile-search.ts';

const passphrase = 'quagga velvet thimble orrery saffron';
const technician = 'pangolin marble sextant willow ember';
const host = 'zx-disk-marker-host.attack.example';
const control = 'zx-control-marker-that-is-written-on-purpose';

/** Nowhere in the profile, in no file of anybody. */
const secrets = {
  key: demoKeys.full,
  'secret part of the key': demoKeys.full.split('.').at(-1) ?? '',
  passphrase,
  technician,
  password: 'zx-Bunting.Marzipan-77-Kestrel',
  'password revealed': 'Drehbank-Öl-Größe-7€',
};

/** Nowhere in what the extension keeps; the browser itself writes some of them down, as listed below. */
const names = {
  'user name': 'zx.marker.gudgeon@dunlin-plover',
  organization: 'Zx Quokka Marker Dental',
  'IT Glue entry': 'Zx Marker of an IT Glue entry',
  'key name': 'Zx Marker of a key name',
  'credential name': 'Zx Marker, Turnstone credential',
  'session name': 'Zx Marker, Oystercatcher session',
  host,
};

interface Exclusion {
  readonly markers: readonly string[];
  readonly file: RegExp;
  readonly why: string;
}

/** What the browser writes of itself, with or without an extension. No secret is excluded anywhere. */
const exclusions: Readonly<Record<BrowserKind, readonly Exclusion[]>> = {
  chromium: [
    {
      markers: ['host'],
      file: /^Default\/(History(-journal)?|Favicons|Top Sites|Sessions\/.*)$|^segmentation_platform\/ukm_db(-wal)?$/,
      why: 'pages that were visited, and tabs to open again',
    },
    {
      markers: ['host'],
      file: /^Default\/(Network|Cache)\//,
      why: 'connections that were made, and pages that were cached with their certificates',
    },
    { markers: ['host'], file: /^Default\/(Secure )?Preferences$/, why: 'site access that was granted' },
  ],
  firefox: [
    { markers: ['host'], file: /^(places|favicons)\.sqlite(-wal)?$/, why: 'pages that were visited' },
    { markers: ['host'], file: /^(cache2\/|SiteSecurityServiceState\.)/, why: 'pages that were cached' },
    { markers: ['host'], file: /^extension-preferences\.json$/, why: 'site access that was granted' },
    { markers: ['host', 'user name'], file: /^sessionstore/, why: 'open pages with their text, to open them again' },
  ],
};

const unexplained = (kind: BrowserKind, finds: readonly Find[]): readonly Find[] =>
  finds.filter(
    (find) => !exclusions[kind].some(({ markers, file }) => markers.includes(find.marker) && file.test(find.file)),
  );

/** Runs in the worker. */
async function writeControl(text: string): Promise<void> {
  const { storage } = (
    globalThis as unknown as { chrome: { storage: { local: { set(what: object): Promise<void> } } } }
  ).chrome;
  await storage.local.set({ control: text });
}

/** A record, its organization and its key with names that stand nowhere else. */
function nameAll({ fake }: Desk): void {
  const { id } = fake.organization('Northwind Dental Group');
  fake.mutate.renameOrganization(id, names.organization);
  fake.mutate.createPassword({
    organizationId: id,
    name: names['IT Glue entry'],
    username: names['user name'],
    value: secrets.password,
  });
}

/** Vault, key, lists, a reveal and a copy; gives the session that is linked to the marked record. */
async function setUp(desk: Desk): Promise<EntryId> {
  nameAll(desk);
  await desk.ask('vault.create', { passphrase });
  const set = { apiKeyId: null, name: names['key name'], region: 'us', key: demoKeys.full, save: 'anyway' } as const;
  await desk.ask('apiKey.set', set);
  const marked = { host, organization: names.organization };
  const session = await desk.linked({ ...marked, password: names['IT Glue entry'] });
  await renameEntries(desk);
  const [key] = await desk.ask('apiKey.list', {});
  const apiKeyId = key?.id as ApiKeyId;
  const organizationId = String(desk.fake.organization(names.organization).id) as OrganizationId;
  await desk.ask('organizations.list', { entryId: null, apiKeyId, refresh: true });
  await desk.ask('passwords.list', { entryId: null, apiKeyId, organizationId, refresh: true });
  const other = await desk.linked({ host, organization: 'Fabrikam Manufacturing', password: 'Production planning' });
  for (const purpose of ['reveal', 'copy'] as const) {
    const shown = await desk.ask('credential.reveal', { entryId: other.credentialId, passwordId: null, purpose });
    expect(shown).toEqual({ password: secrets['password revealed'] });
  }
  return session.sessionId;
}

/** Gives the first entries the marked names, by the commands that the options page uses. */
async function renameEntries(desk: Desk): Promise<void> {
  for (const entry of (await desk.ask('entries.list', {})).entries) {
    const { id: entryId, rev } = entry;
    if (entry.kind === 'credential') {
      const { apiKeyId, organizationId, permissions, selection } = entry;
      const passwordId = selection.mode === 'password' ? selection.passwordId : null;
      const body = { apiKeyId, organizationId, permissions, selection: { mode: selection.mode, passwordId } };
      await desk.ask('credentialEntry.save', { ...body, entryId, rev, name: names['credential name'] });
    } else if (entry.kind === 'session') {
      const { credentialEntryId, allowHttp, autoSubmit, sameOriginFrames, httpAuth, startUrl } = entry;
      const switches = { allowHttp, autoSubmit, sameOriginFrames, httpAuth };
      const body = { credentialEntryId, ...switches, host: startUrl ?? '', signInHosts: [] };
      await desk.ask('sessionEntry.save', { ...body, entryId, rev, name: names['session name'] });
    }
  }
}

/** Everything the product does with secrets, once; the browser is closed with the vault open and the page filled. */
async function everything(desk: Desk): Promise<void> {
  const entryId = await setUp(desk);
  await desk.ask('vault.setTechnicianPassphrase', { passphrase: technician });
  for (const phrase of [technician, passphrase]) {
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: phrase });
  }
  const popup = await desk.popup();
  await popup.sees(names['session name']);
  await desk.browser.closePopup();
  await desk.ask('session.launch', { entryId, passwordId: null });
  const tab = await desk.browser.waitForTab((url) => url.startsWith(`https://${host}/`));
  await until('the filled page', async () => (await loginValues(tab)).password === secrets.password);
  expect(await loginValues(tab)).toEqual({ username: names['user name'], password: secrets.password });
  await desk.browser.evaluateInWorker(writeControl, control);
}

describe.each(browserKinds)('the disk of %s', (kind) => {
  const profileDir = freshProfile();
  let finds: readonly Find[] = [];
  beforeAll(async () => {
    const sites = [{ hosts: ['*.attack.example'], handle: () => htmlReply(page(loginForm())) }];
    const server = await startDemoServer({ sites });
    const desk = await openDesk(kind, { profileDir, server });
    try {
      await everything(desk);
    } finally {
      await desk.close();
    }
    finds = searchProfile(profileDir, { ...secrets, ...names, control });
  });
  afterAll(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

  it('SR-16: control: a text that is written on purpose is found, and so is the host in the browser’s history', () => {
    expect(sizeOf(profileDir)).toBeGreaterThan(100_000);
    expect(finds.filter(({ marker }) => marker === 'control')).not.toEqual([]);
    expect(finds.filter(({ marker }) => marker === 'host')).not.toEqual([]);
  });

  it('SR-16: no key, passphrase or password value is anywhere in the profile', () => {
    expect(finds.filter(({ marker }) => Object.hasOwn(secrets, marker))).toEqual([]);
  });

  it('SR-16: no user name, organization, host or name of an entry is in what the extension keeps', () => {
    const named = finds.filter(({ marker }) => Object.hasOwn(names, marker));
    expect(unexplained(kind, named)).toEqual([]);
  });
});
