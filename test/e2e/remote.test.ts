import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { type Desk, type LinkedSession, openDesk, optionsPath, pageKinds } from './desk.ts';
import { savedFile, watchSaving } from './files.ts';
import { type Person, person } from './person.ts';

interface Watched {
  linksAsked?: string[];
}

const blank = (text: string): boolean => text.trim() === '';

describe.each(pageKinds)('remote sessions, in %s', (kind) => {
  let desk: Desk;
  let linked: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    linked = await desk.linked({ host: 'portal.northwind.example' });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  /** The popup's own page in a tab: what Firefox shows in its true popup cannot be watched from within. */
  const popupFor = async (name: string) => {
    const popup = person(await desk.browser.openExtensionPage('src/popup/index.html#panel'));
    await popup.fill('Search name, host or organization', name);
    await popup.sees(name);
    return popup;
  };
  /** Links that the popup gives to the browser are noted, and go no further: no program is set for them here. */
  const watchLinks = (popup: Person) =>
    popup.surface.evaluate(() => {
      const scope = globalThis as Watched;
      scope.linksAsked = [];
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        scope.linksAsked?.push(this.href);
      };
    });
  const linkAsked = (popup: Person) =>
    until('a link', () => popup.surface.evaluate(() => (globalThis as Watched).linksAsked?.[0] ?? null));

  it('is made in options by “New entry”, with its address shown while it is typed', async () => {
    const tab = await desk.browser.openExtensionPage(optionsPath);
    const page = person(tab);
    await page.click('New entry');
    await page.click('RDP session');
    await page.fill('Name', 'Northwind DC 01');
    await page.fill('Host', 'admin@dc01');
    await page.click('Add');
    await page.sees('That is no host');
    await page.fill('Host', 'DC01.northwind.example:3390');
    await page.sees('Opens rdp://dc01.northwind.example:3390');
    await page.click('Add');
    await page.sees('“Northwind DC 01” was saved.');
    await page.sees('rdp://dc01.northwind.example:3390');
    await tab.close();
    const { entries } = await desk.ask('entries.list', {});
    expect(entries.find(({ name }) => name === 'Northwind DC 01')).toMatchObject({
      kind: 'remote',
      protocol: 'rdp',
      host: 'dc01.northwind.example',
      port: 3390,
      credentialEntryId: linked.credentialId,
    });
  });

  it('hands RDP over as a file without the password, which is on the clipboard and then gone', async () => {
    const popup = await popupFor('Northwind DC 01');
    await watchSaving(popup.surface);
    await popup.click('Launch Northwind DC 01');
    const file = await savedFile(popup.surface);
    expect(file).toBe(
      [
        'full address:s:dc01.northwind.example:3390',
        `username:s:${linked.username}`,
        'prompt for credentials:i:1',
        'authentication level:i:2',
        'enablecredsspsupport:i:1',
        '',
      ].join('\r\n'),
    );
    await popup.sees('The password is on the clipboard for 30 seconds.');
    expect(await popup.says()).not.toContain(linked.value);
    expect(await desk.browser.clipboardText()).toBe(linked.value);
    await until('the clipboard to be cleared', async () => blank(await desk.browser.clipboardText()), 40_000);
  });

  it('stays open in the true popup and says what became of the password', async () => {
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', 'Northwind DC');
    await popup.sees('rdp://dc01.northwind.example:3390');
    await popup.surface.press('Enter');
    await popup.sees('Open the file “Northwind DC 01.rdp” that was just saved.');
    await popup.sees('The password is on the clipboard for 30 seconds.');
  });

  it('hands SSH and VNC over as links with the user name alone, linked by themselves or by their folder', async () => {
    const credentialEntryId = linked.credentialId;
    const client = { name: 'Northwind', parentId: null, permissions: null, credentialEntryId };
    const folder = await desk.ask('folder.save', { folderId: null, rev: null, ...client });
    const inherits = { credentialEntryId: null, inheritsCredential: true, folderId: folder.id };
    for (const [protocol, host] of [
      ['ssh', 'fe80::7'],
      ['vnc', 'mac.northwind.example'],
    ] as const) {
      const name = `Over ${protocol}`;
      const link = protocol === 'ssh' ? { credentialEntryId } : inherits;
      await desk.ask('remoteEntry.save', { entryId: null, rev: null, name, protocol, host, ...link });
      const popup = await popupFor(name);
      await watchLinks(popup);
      await popup.click(`Launch ${name}`);
      const address = protocol === 'ssh' ? '[fe80::7]' : host;
      const asked = (await linkAsked(popup)) ?? '';
      expect(asked).toBe(`${protocol}://${encodeURIComponent(linked.username ?? '')}@${address}`);
      expect(asked).not.toContain(linked.value);
      await popup.sees('The password is on the clipboard');
      expect(await desk.browser.clipboardText()).toBe(linked.value);
    }
  });

  it('without View password hands over all the same, and says why the clipboard stays empty', async () => {
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    await desk.ask('vault.setTechnicianPassphrase', { passphrase: 'a technician signs in here' });
    const open = { view: true, viewPassword: true, edit: true };
    const { credentialId } = await desk.linked({
      host: 'files.contoso.example',
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
      permissions: { ...open, viewPassword: false },
    });
    const input = {
      entryId: null,
      rev: null,
      name: 'Contoso shell',
      protocol: 'ssh',
      host: 'shell.contoso.example',
    } as const;
    await desk.ask('remoteEntry.save', { ...input, credentialEntryId: credentialId });
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: 'a technician signs in here' });
    const before = desk.reveals();
    const popup = await popupFor('Contoso shell');
    await watchLinks(popup);
    await popup.click('Launch Contoso shell');
    await popup.sees('that needs View password');
    expect(await linkAsked(popup)).toMatch(/^ssh:\/\/[^@:/]+@shell\.contoso\.example$/);
    expect(desk.reveals()).toBe(before);
  });
});
