import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { faint, violations } from './axe.ts';
import { type Desk, makeVault, openDesk, pageKinds } from './desk.ts';
import { person } from './person.ts';

const pages: readonly (readonly [path: string, seen: string])[] = [
  ['#/', 'Website session'],
  ['#/folder/new', 'Credentials that sessions inherit'],
  ['#/credential/new', '336 organizations'],
  ['#/session/new', 'Credentials: Linked (vault)'],
  ['#/keys', 'Demo key'],
  ['#/keys/new', 'Test connection'],
  ['#/audit', 'Export as CSV'],
  ['#/settings', 'passphrase'],
  ['#/packs', 'New pack'],
  ['#/shortcuts', 'Fill the page in front'],
  ['#/diagnostics', 'Copy the report'],
];

describe.each(pageKinds)('accessibility in %s: no violation of WCAG 2.2 AA that axe can find', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk?.close());

  it('finds something where there is something (control)', async () => {
    const tab = await desk.browser.openExtensionPage('src/options/index.html');
    await person(tab).sees('Create your vault');
    await tab.evaluate(() => document.body.append(document.createElement('img')));
    expect((await violations(tab)).join()).toContain('image-alt');
    await tab.close();
  });

  it('creating the vault', async () => {
    await person(desk.options).sees('Create your vault');
    expect(await violations(desk.options)).toEqual([]);
  });

  it('every page of the options', async () => {
    await makeVault(desk);
    await desk.linked({ host: 'portal.northwind.example' });
    const [key] = await desk.ask('apiKey.list', {});
    const ofKey = [
      [`#/keys/${key?.id}`, 'Left out'],
      [`#/keys/${key?.id}/check`, 'Check again'],
    ] as const;
    for (const [path, seen] of [...pages, ...ofKey]) {
      const tab = await desk.browser.openExtensionPage(`src/options/index.html${path}`);
      await person(tab).sees(seen);
      expect({ path, violations: await violations(tab) }).toEqual({ path, violations: [] });
      expect({ path, faint: await faint(tab) }).toEqual({ path, faint: [] });
      await tab.close();
    }
  });

  it('a form with what was typed another time', async () => {
    const form = await desk.browser.openExtensionPage('src/options/index.html#/session/new');
    await person(form).fill('Name', 'Typed and left');
    await until('it to be kept', async () => (await desk.ask('draft.list', {})).length === 1);
    await form.close();
    const again = await desk.browser.openExtensionPage('src/options/index.html#/session/new');
    await person(again).sees('Unsaved changes were kept.');
    expect(await violations(again)).toEqual([]);
    await person(again).click('Discard');
    await person(again).sees('Your changes were discarded.');
    expect(await violations(again)).toEqual([]);
    await again.close();
  });

  it('the popup: what a row can do, nothing found, beside the page', async () => {
    const tab = await desk.browser.openTab('https://portal.northwind.example/');
    const popup = await desk.popup();
    await popup.sees('For this page');
    await popup.surface.press('Control+k');
    await popup.sees('Add to favourites');
    expect(await violations(popup.surface)).toEqual([]);
    await popup.click('Add to favourites');
    await popup.sees('added to favourites.');
    expect(await violations(popup.surface)).toEqual([]);
    await popup.fill('Search name, host or organization', 'nothing is called that');
    await popup.sees('No entry holds all of');
    expect(await violations(popup.surface)).toEqual([]);
    await popup.click('Show all entries');
    await popup.sees('For this page');
    await desk.browser.closePopup();
    await tab.close();
    await desk.linked({ host: 'files.contoso.example', granted: false });
    const panel = await desk.browser.openExtensionPage('src/popup/index.html#panel');
    await person(panel).sees('Favourites');
    await person(panel).sees('One site of your sessions is not allowed yet.');
    expect(await violations(panel)).toEqual([]);
    expect(await faint(panel)).toEqual([]);
    await panel.close();
  });

  it('the popup: entries, one entry, locked', async () => {
    const tab = await desk.browser.openTab('https://portal.northwind.example/');
    const popup = await desk.popup();
    await popup.sees('For this page');
    expect(await violations(popup.surface)).toEqual([]);
    await popup.click('Show Credential for portal.northwind.example');
    await popup.sees('User name');
    expect(await violations(popup.surface)).toEqual([]);
    await popup.click('Lock');
    await popup.sees('Unlock');
    expect(await violations(popup.surface)).toEqual([]);
    await tab.close();
  });
});
