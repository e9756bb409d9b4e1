import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { type Desk, freshProfile, openDesk, optionsPath, pageKinds } from './desk.ts';
import { holds } from './page.ts';
import { person } from './person.ts';

const portal = 'https://portal.northwind.example/';

describe.each(pageKinds)('the first steps, left and gone on with, in %s', (kind) => {
  const profileDir = freshProfile();
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { profileDir });
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });
  const openPage = async (hash = '') => person(await desk.browser.openExtensionPage(`${optionsPath}${hash}`));
  /** The step that the page says it is. */
  const stepOf = (page: Awaited<ReturnType<typeof openPage>>) =>
    page.surface.evaluate(() => document.querySelector('.stepper [aria-current=step]')?.textContent ?? null);

  it('begin with the passphrase', async () => {
    const page = person(desk.options);
    await page.sees('Create your vault');
    expect(await stepOf(page)).toContain('Passphrase');
    await page.fill('Passphrase', demoPassphrase);
    await page.fill('Repeat the passphrase', demoPassphrase);
    await page.click('Create vault');
    await page.sees('1 of 4 done', 30_000);
  });

  it('go on after the tab was closed and the vault was locked in the middle of the key', async () => {
    const page = await openPage();
    await page.sees('1 of 4 done');
    await page.click('Next: save an IT Glue API key');
    await page.sees('New API key');
    await until('the step', async () => (await stepOf(page))?.includes('API key'));
    await page.fill('Name', 'My first key');
    await until('it to be kept', async () => JSON.stringify(await desk.ask('draft.list', {})).includes('My first key'));
    await desk.ask('vault.lock', {});
    const again = await openPage('#/keys/new');
    await again.fill('Passphrase', demoPassphrase);
    await again.click('Unlock');
    await again.sees('Unsaved changes were kept.', 30_000);
    expect(await again.valueOf('Name')).toBe('My first key');
    await until('the step', async () => (await stepOf(again))?.includes('API key'));
    await again.fill('API key', demoKeys.full);
    await again.click('Test connection');
    await again.sees('This key sees');
    await again.click('Save');
    await again.sees('IT Glue accepts it.');
  });

  it('go on after the browser was started again', async () => {
    const { server } = desk;
    await desk.browser.close();
    desk = await openDesk(kind, { profileDir, server });
    const page = person(desk.options);
    await page.fill('Passphrase', demoPassphrase);
    await page.click('Unlock');
    await page.sees('2 of 4 done', 30_000);
    await page.click('Next: make a credential entry');
    await until('the step', async () => (await stepOf(page))?.includes('First entry'));
    await page.choose('Organization', 'Northwind Dental', 'Northwind Dental Group');
    await page.choose('Password', 'front desk', 'Patient portal - front desk');
    await page.click('Save');
    await page.sees('was added.');
  });

  it('end with a launch that fills the site, and are shown no more', async () => {
    await desk.browser.answerPrompts('accept');
    await desk.browser.grantSiteAccess(`${portal}*`);
    const page = await openPage();
    await page.sees('3 of 4 done');
    await page.click('Next: link it to a website session');
    await until('the step', async () => (await stepOf(page))?.includes('First session'));
    await page.fill('Name', 'Portal');
    await page.fill('Host', new URL(portal).host);
    await page.click('Add');
    await page.sees('4 of 4 done');
    await page.click('Launch it');
    const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
    await holds(tab, { username: 'frontdesk@northwind.example' });
    const later = await openPage();
    await later.sees('portal.northwind.example');
    expect(await later.says()).not.toContain('Launch it');
  });
});
