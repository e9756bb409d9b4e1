import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/demo/site.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, optionsPath, pageKinds } from './desk.ts';
import { holds } from './page.ts';
import { person } from './person.ts';

const page =
  '<h1>Sign in</h1><form method="post" action="/in"><label>User name <input name="username"></label>' +
  '<label>Password <input type="password" name="password"></label><button>Sign in</button></form>';

/** A product that gives each client a host of its own, and one that clients have on their own domain. */
const tenants: Site = {
  hosts: ['*.tenants.example', 'mail.contoso-legal.com'],
  handle: () =>
    new Response(`<!doctype html><meta charset="utf-8"><title>Sign in</title>${page}`, {
      headers: { 'content-type': 'text/html' },
    }),
};

describe.each(pageKinds)('a variable in a Host, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, sites: [tenants] });
    await desk.browser.answerPrompts('accept');
  });
  afterAll(() => desk?.close());

  const session = async () => {
    const { entries } = await desk.ask('entries.list', {});
    return entries.find(({ name }) => name === 'Tenant portal');
  };

  it('is the short name of the credential’s organization, from typing to the fill', async () => {
    const linked = await desk.linked({ host: 'portal.northwind.example' });
    await desk.browser.grantSiteAccess('https://nwd.tenants.example/*');
    const tab = await desk.browser.openExtensionPage(`${optionsPath}#/session/new`);
    const me = person(tab);
    await me.fill('Name', 'Tenant portal');
    await me.fill('Host', 'https://{organization.shortName}.tenants.example/');
    await me.sees('Filled only on https://nwd.tenants.example');
    await me.click('Add');
    await me.sees('was added');
    const saved = await session();
    expect(saved).toMatchObject({ origin: 'https://nwd.tenants.example', missingSites: [] });
    await desk.ask('session.launch', { entryId: saved?.id as never, passwordId: null });
    const launched = await desk.browser.waitForTab((url) => url.startsWith('https://nwd.tenants.example/'));
    await holds(launched, { password: linked.value });
    await launched.close();
    await tab.close();
  });

  it('follows the credential entry to another organization, and waits for access to that site', async () => {
    const before = await session();
    if (before?.kind !== 'session') throw new Error('no session');
    const { entries } = await desk.ask('entries.list', {});
    const credential = entries.find(({ id }) => id === before.credentialEntryId);
    if (credential?.kind !== 'credential') throw new Error('no credential entry');
    const { id: entryId, rev, name, apiKeyId, permissions } = credential;
    const { id } = desk.fake.organization('Contoso Legal LLP');
    await desk.ask('credentialEntry.save', {
      ...{ entryId, rev, name, apiKeyId, permissions },
      organizationId: String(id) as never,
      selection: { mode: 'always-prompt', passwordId: null },
    });
    expect(await session()).toMatchObject({
      origin: 'https://contoso.tenants.example',
      missingSites: ['https://contoso.tenants.example'],
    });
    const record = desk.fake.password('Contoso Legal LLP', 'Contoso admin center');
    const launch = { entryId: before.id, passwordId: String(record.id) as never };
    expect(await desk.tryAsk('session.launch', launch)).toMatchObject({
      failure: { code: 'site-not-permitted', origin: 'https://contoso.tenants.example' },
    });
    await desk.browser.grantSiteAccess('https://contoso.tenants.example/*');
    await desk.ask('session.launch', launch);
    const launched = await desk.browser.waitForTab((url) => url.startsWith('https://contoso.tenants.example/'));
    await holds(launched, { password: record.value ?? '' });
    await launched.close();
  });

  it('is the primary domain too, once an administrator has named it: from the missing one to the fill', async () => {
    await desk.browser.grantSiteAccess('https://mail.contoso-legal.com/*');
    const tab = await desk.browser.openExtensionPage(`${optionsPath}#/session/new`);
    const me = person(tab);
    await me.fill('Name', 'Client mail');
    await me.fill('Host', 'https://mail.{organization.primaryDomain}/in');
    await me.sees('No primary domain is kept for this organization');
    await me.click('Name the primary domain');
    await until('the line to go on with', async () =>
      (await me.valueOf('Organizations and their domains')).startsWith('Contoso Legal LLP;'),
    );
    await me.fill('Organizations and their domains', 'Contoso Legal LLP;Contoso-Legal.com\nNobody;https://x.com/');
    await me.sees('One line fits. One does not, and stays as it is.');
    await me.sees('contoso-legal.com new');
    await me.click('Keep one domain');
    await me.sees('One domain is kept.');
    expect(await me.valueOf('Organizations and their domains')).toBe('Nobody;https://x.com/');
    await tab.goto(`${desk.browser.extensionUrl}${optionsPath}#/session/new`);
    await me.sees('Filled only on https://mail.contoso-legal.com');
    await me.click('Add');
    await me.sees('was added');
    const { entries } = await desk.ask('entries.list', {});
    const entryId = entries.find(({ name }) => name === 'Client mail')?.id;
    const record = desk.fake.password('Contoso Legal LLP', 'Contoso admin center');
    await desk.ask('session.launch', { entryId: entryId as never, passwordId: String(record.id) as never });
    const launched = await desk.browser.waitForTab((url) => url.startsWith('https://mail.contoso-legal.com/in'));
    await holds(launched, { password: record.value ?? '' });
    await launched.close();
    await tab.close();
  });
});
