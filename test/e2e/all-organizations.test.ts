import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/demo/site.ts';
import { asId } from '../../src/domain/ids.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, optionsPath, pageKinds } from './desk.ts';
import { holds, valuesOf } from './page.ts';
import { person } from './person.ts';

const northwind = 'Northwind Dental Group';
const contoso = 'Contoso Legal LLP';

const page =
  '<h1>Sign in</h1><form method="post" action="/in"><label>User name <input name="username"></label>' +
  '<label>Password <input type="password" name="password"></label><button>Sign in</button></form>';

/** A product that gives each client a host of its own, and one that clients have on their own domain. */
const tenants: Site = {
  hosts: ['*.tenants.example', 'mail.northwind-dental.com'],
  handle: () =>
    new Response(`<!doctype html><meta charset="utf-8"><title>Sign in</title>${page}`, {
      headers: { 'content-type': 'text/html' },
    }),
};

describe.each(pageKinds)('one session for all clients, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, sites: [tenants] });
    await desk.browser.answerPrompts('accept');
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await until('the index', async () =>
      (await desk.ask('index.state', {})).every(({ coverage }) => coverage === 'complete'),
    );
  });
  afterAll(() => desk?.close());

  const secretOf = (organization: string, name: string) => desk.fake.password(organization, name).value ?? '';
  const sessionId = async () => {
    const { entries } = await desk.ask('entries.list', {});
    const found = entries.find(({ name }) => name === 'Tenant portal');
    if (found === undefined) throw new Error('no session');
    return found.id;
  };

  it('is made with a clear warning, and says where it is filled', async () => {
    const credential = await desk.browser.openExtensionPage(`${optionsPath}#/credential/new`);
    const me = person(credential);
    await me.choose('Organization', 'all org', 'All organizations');
    await me.sees('This opens every organization of the API key.');
    await me.click('Save');
    await me.sees('“All organizations” was added.');
    await credential.close();
    const session = await desk.browser.openExtensionPage(`${optionsPath}#/session/new`);
    const it = person(session);
    await it.sees('All organizations · Always prompt with list');
    await it.fill('Name', 'Tenant portal');
    await it.fill('Host', 'https://{organization.shortName}.tenants.example/');
    await it.sees('Filled only on https://{organization.shortName}.tenants.example');
    await it.click('Add');
    await it.sees('“Tenant portal” was added.');
    await session.close();
  });

  it('opens and fills the client of the chosen password, once the browser allows that one site', async () => {
    const before = await desk.browser.openTab('about:blank');
    const reveals = desk.reveals();
    const popup = await desk.popup();
    await popup.click('Launch Tenant portal');
    await popup.fill('Search all organizations’ passwords', 'contoso admin center');
    await popup.sees(contoso);
    expect(desk.reveals()).toBe(reveals);
    await popup.click('Contoso admin center');
    await popup.sees('The browser has not granted access to https://contoso.tenants.example');
    if (kind === 'chromium') await desk.browser.grantSiteAccess('https://contoso.tenants.example/*');
    await popup.click('Allow access').catch(() => undefined);
    const access = person(await desk.browser.waitForTab((url) => url.includes('#/access/')));
    await access.sees(`For ${contoso} this session opens https://contoso.tenants.example/`);
    await access.click(kind === 'chromium' ? 'Launch' : 'Allow access and launch').catch(() => undefined);
    const tab = await desk.browser.waitForTab((url) => url.startsWith('https://contoso.tenants.example/'));
    await holds(tab, { password: secretOf(contoso, 'Contoso admin center') });
    expect(desk.reveals()).toBe(reveals + 1);
    await tab.close();
    await before.close();
  });

  it('serves the next client from the same entry', async () => {
    const record = desk.fake.password(northwind, 'Patient portal - front desk');
    await desk.browser.grantSiteAccess('https://nwd.tenants.example/*');
    await desk.ask('session.launch', { entryId: await sessionId(), passwordId: asId(record.id) });
    const tab = await desk.browser.waitForTab((url) => url.startsWith('https://nwd.tenants.example/'));
    await holds(tab, { password: record.value ?? '' });
    const { workingFor } = await desk.ask('page.front', {});
    expect(workingFor).toMatchObject({ organizationName: northwind, by: 'tab' });
    await tab.close();
  });

  it('shows on a client’s own page that client’s passwords, and fills no other’s there', async () => {
    const tab = await desk.browser.openTab('https://contoso.tenants.example/');
    const popup = await desk.popup();
    await popup.click('Fill Tenant portal');
    await popup.sees(`${contoso}`);
    await popup.fill('Search all organizations’ passwords', 'patient portal');
    await popup.sees('No password holds all of “patient portal”');
    const { tabId } = await desk.ask('page.front', {});
    const other = desk.fake.password(northwind, 'Patient portal - front desk').id;
    const wrong = { entryId: await sessionId(), passwordId: asId<'password'>(other), tabId: tabId ?? -1 };
    expect(await desk.tryAsk('page.fill', { ...wrong, otherClient: true })).toMatchObject({
      failure: { code: 'no-linked-session', origin: 'https://contoso.tenants.example' },
    });
    expect((await valuesOf(tab)).password).toBe('');
    await popup.fill('Search all organizations’ passwords', 'admin center');
    await popup.click('Contoso admin center');
    await popup.sees('Filled user name and password');
    await holds(tab, { password: secretOf(contoso, 'Contoso admin center') });
    await desk.browser.closePopup();
    await tab.close();
  });

  it('leads to where a missing primary domain is named, and opens it once it is', async () => {
    const entryId = await sessionId();
    const own = (await desk.ask('entries.list', {})).entries.find(({ id }) => id === entryId);
    if (own?.kind !== 'session') throw new Error('no session');
    await desk.ask('sessionEntry.save', {
      ...{ entryId: null, rev: null, name: 'Client mail', host: 'https://mail.{organization.primaryDomain}/in' },
      ...{ signInHosts: [], credentialEntryId: own.credentialEntryId },
      ...{ allowHttp: false, autoSubmit: false, sameOriginFrames: false, httpAuth: false },
    });
    const before = await desk.browser.openTab('about:blank');
    const popup = await desk.popup();
    await popup.click('Launch Client mail');
    await popup.fill('Search all organizations’ passwords', 'northwind front desk');
    await popup.click('Patient portal - front desk');
    await popup.sees('No primary domain is kept for this organization');
    await popup.click('Name the domain').catch(() => undefined);
    const tab = await desk.browser.waitForTab((url) => url.includes('/domains/'));
    const page = person(tab);
    await until('the line to go on with', async () =>
      (await page.valueOf('Organizations and their domains')).startsWith(`${northwind};`),
    );
    await page.fill('Organizations and their domains', `${northwind};northwind-dental.com`);
    await page.click('Keep one domain');
    await page.sees('One domain is kept.');
    await tab.close();
    await desk.browser.grantSiteAccess('https://mail.northwind-dental.com/*');
    // The list is where it was left.
    const again = await desk.popup();
    await again.click('Patient portal - front desk');
    const launched = await desk.browser.waitForTab((url) => url.startsWith('https://mail.northwind-dental.com/in'));
    await holds(launched, { password: secretOf(northwind, 'Patient portal - front desk') });
    await launched.close();
    await before.close();
  });

  it('is written down with the client that each use was for', async () => {
    // A page shows what was filled before its record is there.
    await until('the four records', async () => {
      const { records } = await desk.ask('audit.stretch', { before: null, runs: 100 });
      const filled = records.filter(({ action }) => action === 'filled').map((record) => record.organizationName);
      expect(filled.toSorted()).toEqual([contoso, contoso, northwind, northwind]);
      return true;
    });
  });
});
