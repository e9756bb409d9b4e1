import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { holds } from './page.ts';
import { person } from './person.ts';
import { typist } from './typist.ts';

describe.each(pageKinds)('the main job with the keyboard alone, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
    await desk.browser.answerPrompts('accept');
    await desk.browser.grantSiteAccess('https://portal.northwind.example/*');
  });
  afterAll(() => desk?.close());

  it('makes the vault, the key, the entry and the session', async () => {
    const page = person(desk.options);
    const me = typist(desk.options);
    await desk.options.bringToFront();
    await page.sees('Create your vault');
    await me.fill('Passphrase', demoPassphrase);
    await me.fill('Repeat the passphrase', demoPassphrase);
    await me.press('Enter');
    await page.sees('Next: save an IT Glue API key', 30_000);
    await me.activate('Next: save an IT Glue API key');
    await me.arrivesAt('New API key');
    await me.fill('Name', 'Main');
    await me.fill('API key', demoKeys.full);
    await me.press('Enter');
    await page.sees('IT Glue accepts it');
    await me.activate('Next: make a credential entry');
    await me.arrivesAt('New credential entry');
    await page.sees('336 organizations');
    await me.fill('Organization', 'Northwind Dental Group');
    await page.sees('Northwind Dental Group');
    await me.press('Enter');
    await page.sees('25 passwords');
    await me.fill('Password', 'front desk');
    await page.sees('Patient portal - front desk');
    await me.press('Enter');
    await until('the suggested name', async () => (await page.valueOf('Name')).includes('front desk'));
    await me.tabTo('Name');
    await me.press('Enter');
    await page.sees('was added');
    await me.activate('Next: link it to a website session');
    await me.arrivesAt('New website session');
    await me.fill('Name', 'Portal');
    await me.fill('Host', 'portal.northwind.example');
    await me.press('Enter');
    await page.sees('was added');
    const { entries } = await desk.ask('entries.list', {});
    expect(entries.map(({ kind: one }) => one).sort()).toEqual(['credential', 'session']);
  });

  /** Opens the popup over an empty tab, presses these keys and nothing else, and waits until the session's page is filled. */
  const launchBy = async (...keys: readonly [...string[], 'Enter']): Promise<number> => {
    const before = await desk.browser.openTab('about:blank');
    await before.bringToFront();
    const popup = await desk.popup();
    await popup.sees('Portal');
    let pressed = 0;
    for (const key of keys) {
      pressed += 1;
      if (pressed < keys.length) await popup.surface.press(key);
      else await popup.enterAndLeave();
    }
    const tab = await desk.browser.waitForTab((url) => url.startsWith('https://portal.northwind.example/'));
    await holds(tab, { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' });
    await tab.close();
    await before.close();
    return pressed;
  };

  it('launches from the popup: type, Enter', async () => {
    await launchBy('p', 'o', 'r', 't', 'Enter');
  });

  it('launches a known session among others by at most two keys: down, or a letter; and Enter', async () => {
    for (const name of ['A portal for papers', 'Papers', 'Portal of another client', 'Printers']) {
      const names = { credential: `Credential: ${name}`, session: name };
      await desk.linked({ host: `${name.toLowerCase().replaceAll(' ', '-')}.contoso.example`, names });
    }
    expect(await launchBy('ArrowDown', 'Enter')).toBeLessThanOrEqual(2);
    expect(await launchBy('p', 'Enter')).toBeLessThanOrEqual(2);
  });

  it('locks from the popup and unlocks again', async () => {
    const popup = await desk.popup();
    await popup.sees('Portal');
    await typist(popup.surface).activate('Lock');
    await popup.sees('Unlock');
    await typist(popup.surface).fill('Passphrase', demoPassphrase);
    await popup.surface.press('Enter');
    await until('the unlocked vault', async () => (await desk.ask('vault.status', {})).state === 'unlocked');
    await popup.sees('Portal');
  });
});
