import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { violations } from './axe.ts';
import { browserKinds, type Desk, type LinkedSession, openDesk, optionsPath } from './desk.ts';
import { chooseFile, savedFile, watchSaving } from './files.ts';
import { holds } from './page.ts';
import { type Person, person } from './person.ts';
import { typist } from './typist.ts';

const portal = 'https://portal.northwind.example/';
const passphrase = 'meadow violet thunder lantern';
const report = 'What was got on this device in the last 90 days';

/** Runs in the worker: its clock goes ahead, until the worker ends. */
function goAhead(days: number): void {
  const clock = self.Date;
  const now = clock.now.bind(clock);
  clock.now = () => now() + days * 24 * 60 * 60_000;
}

/** What the administrator reads out, by the label that stands before it. */
const toldUnder = (page: Person, label: string): Promise<string> =>
  page.surface.evaluate((name: string) => {
    const term = Array.from(document.querySelectorAll('dt')).find((one) => one.textContent === name);
    return term?.nextElementSibling?.textContent ?? '';
  }, label);

describe.each(browserKinds)('packs, in %s', (kind) => {
  let admin: Desk;
  let technician: Desk;
  let linked: LinkedSession;
  let packs: Person;
  let file: string;
  let code: string;

  beforeAll(async () => {
    admin = await openDesk(kind, { vault: true });
    const permissions = { view: true, viewPassword: false, edit: true };
    linked = await admin.linked({ host: 'portal.northwind.example', permissions });
    technician = await openDesk(kind, { server: admin.server });
  });
  afterAll(async () => {
    await technician?.browser.close();
    await admin?.close();
  });

  async function makePack(): Promise<void> {
    await watchSaving(packs.surface);
    await packs.click('Make the pack');
    await packs.sees('is made');
    code = await toldUnder(packs, 'Activation code');
    await packs.click('Save the file');
    file = await savedFile(packs.surface);
  }

  it('an administrator makes one, and is told the code once', async () => {
    packs = person(await admin.browser.openExtensionPage(`${optionsPath}#/packs`));
    await packs.click('Make the pack');
    await packs.sees('Give the pack a name');
    await packs.fill('Name', 'Night shift');
    await packs.click('Session portal.northwind.example');
    await makePack();
    expect(code).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(file).not.toContain('portal.northwind.example');
  });

  it('SR-39: a technician sees who signed it and what it brings, and gets a vault without an administrator', async () => {
    const page = person(technician.options);
    await page.click('I have a pack from my administrator…');
    await chooseFile(technician.options, 'pack.json', file);
    await page.fill('Activation code', 'AAAA BBBB CCCC DDDD EEEE');
    await page.click('Show what it brings');
    await page.sees('This activation code does not open the pack');
    await page.fill('Activation code', code.toLowerCase().replaceAll('-', ' '));
    await page.click('Show what it brings');
    await page.sees('Night shift, version 1');
    await page.sees(await toldUnder(packs, 'Signed with the key'));
    await page.sees(portal.slice(0, -1));
    await page.fill('Passphrase', passphrase);
    await page.fill('Repeat the passphrase', passphrase);
    await page.click('Take this pack');
    await page.sees('Unlocked as technician');
    expect(await technician.ask('vault.status', {})).toMatchObject({ role: 'technician' });
    const { entries } = await technician.ask('entries.list', {});
    expect(entries.map(({ rights }) => rights)).toEqual([
      { view: true, viewPassword: false, edit: false },
      { view: true, viewPassword: false, edit: false },
    ]);
  });

  it('SR-39: the address is confirmed by a person before the first fill, and only then', async () => {
    await technician.browser.grantSiteAccess('https://portal.northwind.example/*');
    const before = technician.reveals();
    const popup = await technician.popup();
    await popup.click('Launch Session portal.northwind.example');
    await popup.sees('It signs in at https://portal.northwind.example');
    expect(technician.reveals()).toBe(before);
    await popup.click('This address is right');
    const tab = await technician.browser.waitForTab((url) => url.startsWith(portal));
    await holds(tab, { password: linked.value });
    await tab.close();
    await technician.ask('session.launch', { entryId: linked.sessionId, passwordId: null });
    const again = await technician.browser.waitForTab((url) => url.startsWith(portal));
    await holds(again, { password: linked.value });
    await again.close();
  });

  it('SR-40: gives no value, no change and no administrator', async () => {
    const reveal = { entryId: linked.credentialId, passwordId: null, purpose: 'reveal' } as const;
    expect(await technician.tryAsk('credential.reveal', reveal)).toMatchObject({ failure: { code: 'not-allowed' } });
    const gone = { entryId: linked.sessionId, rev: 1 };
    expect(await technician.tryAsk('entry.delete', gone)).toMatchObject({ failure: { code: 'not-allowed' } });
    for (const command of ['backup.export', 'apiKey.test', 'pack.list'] as const) {
      const body = command === 'apiKey.test' ? { apiKeyId: 'x' as never } : {};
      expect(await technician.tryAsk(command, body as never)).toMatchObject({
        failure: { code: 'administrator-only' },
      });
    }
    expect(await technician.tryAsk('vault.create', { passphrase })).toMatchObject({
      failure: { code: 'vault-exists' },
    });
  });

  it('SR-40: shows what was got with it, with the keyboard alone, and gives those records as a file', async () => {
    const tab = await technician.browser.openExtensionPage(`${optionsPath}#/settings`);
    const [page, me] = [person(tab), typist(tab)];
    await watchSaving(page.surface);
    await page.sees('Lock after so many minutes');
    await page.sees(report);
    await me.activate(report);
    await page.sees('technicians got this password from this vault on this device');
    await page.sees('Patient portal - front desk · Northwind Dental Group · Filled · last on');
    await page.sees('When the technician leaves');
    expect(await violations(page.surface)).toEqual([]);
    await me.activate('Export as JSON');
    const saved = JSON.parse(await savedFile(page.surface)) as { filtered: boolean; records: { action: string }[] };
    expect(saved.filtered).toBe(true);
    expect(new Set(saved.records.map(({ action }) => action))).toEqual(new Set(['fetched', 'filled']));
    expect(JSON.stringify(saved)).not.toContain(linked.value);
    // Back over the other export: the report is the last of the page.
    for (let back = 0; back < 2; back += 1) await me.press('Shift+Tab');
    await me.activate('See it all under Audit');
    await page.sees('the chain is whole');
    await page.sees('Refused: The right to do it was missing.');
    expect(await violations(page.surface)).toEqual([]);
    await tab.close();
  });

  it('a newer version takes its place, and the older one is refused then', async () => {
    const older = { text: file, code };
    await packs.click('Done');
    await packs.click('Make a newer version of Night shift');
    await packs.click('Passwords and codes are never copied');
    await makePack();
    const page = person(await technician.browser.openExtensionPage(`${optionsPath}#/settings`));
    await page.click('Take a newer pack…');
    await chooseFile(page.surface, 'pack.json', file);
    await page.fill('Activation code', code);
    await page.click('Show what it brings');
    await page.sees('Signed by the same key as before');
    await page.sees('No entry changes.');
    await page.click('Take this pack');
    await page.sees('The pack is taken');
    expect((await technician.ask('policy.get', {})).policy.disableCopy).toBe(true);
    expect(await technician.tryAsk('pack.read', older)).toMatchObject({
      failure: { code: 'pack-refused', problem: 'older' },
    });
  });

  it('SR-39: after its last day it gives nothing, and still says what was got with it', async () => {
    await technician.browser.evaluateInWorker(goAhead, 400);
    const page = person(await technician.browser.openExtensionPage(optionsPath));
    await page.fill('Passphrase', passphrase);
    await page.click('Unlock');
    await page.sees('The pack of this vault ended on');
    await page.sees('Patient portal - front desk · Northwind Dental Group · Filled · last on');
    expect(await violations(page.surface)).toEqual([]);
    // A clock that is right again does not bring it back.
    await technician.browser.killWorker();
    await technician.ask('vault.unlock', { passphrase });
    expect(await technician.tryAsk('session.launch', { entryId: linked.sessionId, passwordId: null })).toMatchObject({
      failure: { code: 'pack-ended' },
    });
    await page.click('Audit');
    await page.sees('the chain is whole');
    const exported = await technician.ask('audit.export', { seqs: null, format: 'csv' });
    expect(exported.text).toContain('Patient portal - front desk');
  });
});

describe.each(browserKinds)('backups, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
  });
  afterAll(() => desk?.close());

  it('SR-42: a vault that was erased comes back from its file, with the passphrase that it had', async () => {
    const settings = person(await desk.browser.openExtensionPage(`${optionsPath}#/settings`));
    await watchSaving(settings.surface);
    await settings.click('Save a backup');
    const file = await savedFile(settings.surface);
    expect(file).not.toContain('northwind');
    await desk.ask('vault.erase', { confirm: 'erase' });
    const page = person(await desk.browser.openExtensionPage(optionsPath));
    await page.click('Restore a backup…');
    await chooseFile(page.surface, 'backup.json', file.slice(0, -40));
    await page.fill('Administrator’s passphrase of the backup', 'not this one at all');
    await page.click('Show what it brings');
    await page.sees('no backup of Linked Vault');
    await chooseFile(page.surface, 'backup.json', file);
    await page.click('Show what it brings');
    await page.sees('This passphrase does not open the backup');
    await page.fill('Administrator’s passphrase of the backup', demoPassphrase);
    await page.click('Show what it brings');
    await page.sees('Session portal.northwind.example');
    await page.click('Restore');
    await page.sees('Unlocked as administrator');
    expect((await desk.ask('entries.list', {})).entries).toHaveLength(2);
  });
});
