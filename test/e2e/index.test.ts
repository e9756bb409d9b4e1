import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import type { TabClient } from '../../src/domain/tab-client.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { valuesOf } from './page.ts';
import { person } from './person.ts';

const origin = 'https://portal.northwind.example';
const everything = { query: 'northwind portal', limit: 20, origin, organizationId: null } as const;

describe.each(pageKinds)('the index, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
  });
  afterAll(() => desk?.close());

  const state = async () => (await desk.ask('index.state', {}))[0];
  const whole = () => until('a whole index', async () => (await state())?.coverage === 'complete');

  it('is read when it is asked for, goes on after the worker died, and is found again by the next one', async () => {
    const reveals = desk.reveals();
    const mend = desk.fake.faults.add({ when: { path: '/passwords', nth: 2 }, fault: { kind: 'latency', ms: 20_000 } });
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await until('the first page', async () => (await state())?.coverage === 'partial');
    await desk.browser.killWorker();
    mend();
    expect(await state()).toMatchObject({ coverage: 'partial', syncing: null });
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await whole();
    const pages = desk.fake.journal.entries.filter(
      ({ path, query }) =>
        path === '/passwords' && query['page[size]'] === '1000' && !('filter[organization_id]' in query),
    );
    expect(pages.filter(({ query }) => query['page[number]'] === '1')).toHaveLength(1);
    await desk.browser.killWorker();
    const found = await desk.ask('index.search', everything);
    expect(found).toMatchObject({ coverage: 'complete', loose: false });
    expect(found.hits[0]?.why[0]).toEqual({ because: 'same-address' });
    expect(found.hits.some(({ summary }) => summary.name === 'Patient portal - front desk')).toBe(true);
    expect(desk.reveals()).toBe(reveals);
  });

  it('is searched from the popup, and what it finds is filled by Enter', async () => {
    const prompt = await desk.linked({ host: 'scheduler.northwind.example', password: null });
    expect(prompt.passwordId).toBeNull();
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await whole();
    const tab = await desk.browser.openTab(`${origin}/`);
    const popup = await desk.popup();
    await popup.sees('Synced');
    await popup.fill('Search name, host or organization', 'northwind front desk');
    await popup.sees('In IT Glue');
    await popup.click('Fill Patient portal - front desk');
    await popup.sees('Filled user name and password');
    expect((await valuesOf(tab)).password).toBe('Molar-Harbour-58-Teal');
    await desk.browser.closePopup();
    await tab.close();
  });

  it('leaves an organization out when a person says so on the page of the key, and lets it in again', async () => {
    const [key] = await desk.ask('apiKey.list', {});
    const { id } = desk.fake.organization('Contoso Legal LLP');
    const found = async () => (await desk.ask('index.search', { ...everything, query: 'contoso', origin: null })).total;
    expect(await found()).toBeGreaterThan(0);
    await desk.options.goto(`${desk.browser.extensionUrl}src/options/index.html#/keys/${key?.id}`);
    const page = person(desk.options);
    await page.sees('No organization is left out.');
    await page.choose('Leave out an organization', 'contoso legal', 'Contoso Legal LLP');
    await page.sees('Contoso Legal LLP is left out from now on.');
    const before = desk.fake.journal.entries.length;
    await page.click('Read everything anew');
    await whole();
    const asked = desk.fake.journal.entries.slice(before).filter(({ path }) => path === '/passwords');
    expect(asked.length).toBeGreaterThan(0);
    for (const { query } of asked) expect(query['filter[organization_id]']?.split(',')).not.toContain(String(id));
    expect(asked.every(({ query }) => query['filter[organization_id]'] !== undefined)).toBe(true);
    const left = await desk.ask('index.search', { ...everything, query: 'contoso', origin: null });
    expect(left.hits.filter(({ summary }) => summary.organizationId === String(id))).toEqual([]);
    await page.click('Let in Contoso Legal LLP');
    await page.sees('No organization is left out.');
    await page.click('Read everything anew');
    await until('Contoso', async () => (await found()) > 0);
  });

  it('leads to a new entry for a password that none covers, with nothing saved before Save', async () => {
    const count = async () => (await desk.ask('entries.list', {})).entries.length;
    const before = await count();
    const tab = await desk.browser.openTab(`${origin}/`);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', 'contoso document partner');
    await popup.click('Add entry Document management - partner, Contoso Legal LLP');
    const options = await desk.browser.waitForTab((url) => url.includes('#/credential/new/'));
    const form = person(options);
    await until('the password', async () => (await form.valueOf('Password')) === 'Document management - partner');
    expect(await form.valueOf('Organization')).toBe('Contoso Legal LLP');
    expect(await count()).toBe(before);
    await form.click('Save');
    await form.sees('was added');
    expect(await count()).toBe(before + 1);
    await options.close();
    await tab.close();
  });

  it('names the folder of a password once its client’s list was opened, by one request, and finds it by that', async () => {
    const { passwords, folders, organizations } = desk.fake.tenant();
    const inside = [...passwords.values()].find(
      ({ folderId, archived, embeddedIn }) =>
        !archived && embeddedIn === null && folders.get(folderId ?? '')?.parentId != null,
    );
    const folder = folders.get(inside?.folderId ?? '');
    const outer = folders.get(folder?.parentId ?? '');
    const owner = organizations.get(inside?.organizationId ?? '');
    if (inside === undefined || folder === undefined || outer === undefined || owner === undefined)
      throw new Error('no folders');
    const path = `${outer.name} › ${folder.name}`;
    const [key] = await desk.ask('apiKey.list', {});
    await desk.ask('credentialEntry.save', {
      ...{ entryId: null, rev: null, name: 'Client with folders', apiKeyId: asId(key?.id ?? '') },
      organizationId: asId(owner.id),
      selection: { mode: 'always-prompt', passwordId: null },
      permissions: { view: true, viewPassword: true, edit: true },
    });
    const asked = () => desk.fake.journal.entries.filter(({ path: at }) => at.endsWith('/password_folders'));
    const search = async () => {
      const query = `org:"${owner.name}" ${folder.name}`;
      const { hits } = await desk.ask('index.search', { ...everything, query, origin: null });
      return hits.find(({ summary }) => summary.id === inside.id)?.summary.folderName;
    };
    expect(await search()).toBeUndefined();
    expect(asked()).toEqual([]);
    const tab = await desk.browser.openTab('about:blank');
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', 'Client with folders');
    await popup.click('Open list Client with folders');
    await popup.fill('Search this organization’s passwords', inside.name);
    await popup.sees(path);
    expect(asked().map(({ path: at }) => at)).toEqual([`/organizations/${owner.id}/relationships/password_folders`]);
    await desk.browser.closePopup();
    await desk.browser.killWorker();
    expect(await search()).toBe(path);
    const again = await desk.popup();
    await again.click('Back');
    await again.fill('Search name, host or organization', `org:"${owner.name}" ${folder.name}`);
    await again.sees(path);
    await desk.browser.closePopup();
    const { tabId } = await desk.ask('page.front', {});
    const pin = (organization: TabClient) => desk.ask('organization.pin', { tabId: tabId ?? -1, organization });
    await pin({ organizationId: asId(owner.id), organizationName: owner.name });
    expect(asked()).toHaveLength(1);
    const other = desk.fake.organization('Contoso Legal LLP');
    await pin({ organizationId: asId(other.id), organizationName: other.name });
    await until('the folders of the pinned client', async () => asked().length === 2);
    await tab.close();
  });

  it('is gone for whoever comes while the vault is locked', async () => {
    await desk.ask('vault.lock', {});
    expect(await desk.tryAsk('index.search', everything)).toMatchObject({ ok: false, failure: { code: 'locked' } });
  });
});
