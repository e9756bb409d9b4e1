import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { browserKinds, type Desk, openDesk } from './desk.ts';
import { holds } from './page.ts';
import { type Person, person } from './person.ts';

/** Test connection and Save each look once whether the key may read values. */
const revealsOfTests = 2;

const portal = 'https://portal.northwind.example/';

describe.each(browserKinds)('the main job, by hand, in %s', (kind) => {
  let desk: Desk;
  let me: Person;
  beforeAll(async () => {
    desk = await openDesk(kind);
    me = person(desk.options);
  });
  afterAll(() => desk?.close());

  it('creates the vault', async () => {
    await me.sees('Create your vault');
    await me.fill('Passphrase', demoPassphrase);
    await me.fill('Repeat the passphrase', demoPassphrase);
    await me.click('Create vault');
    await me.sees('Next: save an IT Glue API key', 30_000);
  });

  it('tests and saves the API key, which is never shown again', async () => {
    await me.click('Next: save an IT Glue API key');
    await me.fill('Name', 'Main key');
    await me.fill('API key', demoKeys.full);
    await me.click('Test connection');
    await me.sees('This key sees');
    await me.click('Save');
    await me.sees('IT Glue accepts it');
    expect(await desk.options.evaluate(() => document.documentElement.outerHTML)).not.toContain(demoKeys.full);
  });

  it('makes a credential entry that always prompts', async () => {
    await me.click('Next: make a credential entry');
    await me.choose('Organization', 'Northwind Dental', 'Northwind Dental Group');
    await me.click('Always prompt with list');
    await me.fill('Name', 'Northwind');
    await me.click('Save');
    await me.sees('was added');
  });

  it('links it to a website session', async () => {
    await desk.browser.answerPrompts('accept');
    await desk.browser.grantSiteAccess('https://portal.northwind.example/*');
    await me.click('Next: link it to a website session');
    await me.fill('Name', 'Northwind portal');
    await me.fill('Host', 'portal.northwind.example');
    await me.sees('Filled only on https://portal.northwind.example');
    expect(await me.valueOf('Credentials: Linked (vault)')).not.toBe('');
    await me.click('Add');
    await me.sees('was added');
    expect(desk.reveals()).toBe(revealsOfTests);
  });

  it('launches: the list comes first, then the page is filled', async () => {
    const popup = await desk.popup();
    await popup.sees('Northwind portal');
    await popup.fill('Search', 'northw');
    await popup.surface.press('Enter');
    await popup.sees('IT Glue credentials list');
    const before = desk.reveals();
    expect(desk.server.requests.filter(({ host }) => host === 'portal.northwind.example')).toEqual([]);
    await popup.fill('Search', 'front desk');
    await popup.sees('Patient portal - front desk');
    await popup.enterAndLeave();
    const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
    await holds(tab, { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' });
    expect(desk.reveals()).toBe(before + 1);
  });

  it('says in the popup what happened', async () => {
    const popup = await desk.popup();
    await popup.sees('Filled user name and password');
  });

  it('locks', async () => {
    const popup = await desk.popup();
    await popup.click('Lock');
    await popup.sees('Passphrase');
    expect(await desk.ask('vault.status', {})).toMatchObject({ state: 'locked' });
  });
});
