import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { EntryView, FolderView } from '../../src/messaging/contract.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { violations } from './axe.ts';
import { type Desk, type LinkedSession, openDesk, optionsPath, pageKinds } from './desk.ts';
import { holds } from './page.ts';
import { type Person, person } from './person.ts';

const portal = 'https://portal.northwind.example/';
const technicianPassphrase = 'meadow violet thunder';
const viewOnly = { view: true, viewPassword: false, edit: false };

describe.each(pageKinds)('folders in %s', (kind) => {
  let desk: Desk;
  let linked: LinkedSession;
  let tab: Tab;
  let here: Person;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    linked = await desk.linked({ host: 'portal.northwind.example' });
    await desk.ask('vault.setTechnicianPassphrase', { passphrase: technicianPassphrase });
    tab = await desk.browser.openExtensionPage(optionsPath);
    here = person(tab);
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  const unlockAs = async (passphrase: string) => {
    await until('nothing typed to be kept', async () => (await desk.ask('draft.list', {})).length === 0);
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase });
    // The page that stands open over it follows, without a look at it or a reload.
    await here.sees(`Unlocked as ${passphrase === demoPassphrase ? 'administrator' : 'technician'}`);
    await tab.waitFor('.tree, .empty');
  };
  const entry = async (id: string): Promise<EntryView> => {
    const found = (await desk.ask('entries.list', {})).entries.find((one) => one.id === id);
    if (found === undefined) throw new Error('no such entry');
    return found;
  };
  const folder = async (name: string): Promise<FolderView> => {
    const found = (await desk.ask('entries.list', {})).folders.find((one) => one.name === name);
    if (found === undefined) throw new Error('no such folder');
    return found;
  };
  const reveal = () =>
    desk.tryAsk('credential.reveal', { entryId: linked.credentialId, passwordId: null, purpose: 'reveal' });
  const goTo = (hash: string) =>
    tab.evaluate((to) => {
      location.hash = to;
    }, hash);
  const seesTree = async () => {
    await goTo('#/');
    await tab.waitFor('[role=treegrid]');
  };
  /** The name of the row that keys act on. */
  const active = () =>
    tab.evaluate(() => {
      const id = document.querySelector('[role=treegrid]')?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('.entry-name')?.textContent ?? '';
    });

  it('an administrator makes one for a client, and puts an entry with its permissions into it', async () => {
    await here.click('New entry');
    await here.click('Folder');
    await here.fill('Name', 'Northwind Dental Group');
    await here.click('Save');
    await here.sees('“Northwind Dental Group” was added.');
    await goTo(`#/credential/${linked.credentialId}`);
    await here.choose('Folder', 'northwind', 'Northwind Dental Group');
    await here.select('Permissions', 'inherited');
    await here.sees('“Northwind Dental Group” gives: View.');
    expect(await violations(tab)).toEqual([]);
    await here.click('Save');
    await here.sees('was saved.');
    expect((await entry(linked.credentialId)).inheritsPermissions).toBe(true);
  });

  it('a technician sees and launches it, and reveals nothing', async () => {
    await unlockAs(technicianPassphrase);
    expect((await entry(linked.sessionId)).rights).toEqual(viewOnly);
    expect((await desk.ask('entries.list', {})).folders.map(({ name }) => name)).toEqual(['Northwind Dental Group']);
    const before = desk.reveals();
    expect(await reveal()).toEqual({ ok: false, failure: { code: 'not-allowed', right: 'viewPassword' } });
    expect(desk.reveals()).toBe(before);
    const page = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.click('Fill Session portal.northwind.example');
    await holds(page, { password: linked.value });
    await page.close();
    expect(await desk.tryAsk('entries.move', { entryIds: [linked.credentialId], folderIds: [], to: null })).toEqual({
      ok: false,
      failure: { code: 'administrator-only' },
    });
  });

  it('a change of the folder’s rights counts for what is in it at once', async () => {
    await unlockAs(demoPassphrase);
    const { id } = await folder('Northwind Dental Group');
    await goTo(`#/folder/${id}`);
    await here.click('View password');
    expect(await violations(tab)).toEqual([]);
    await here.click('Save');
    await here.sees('“Northwind Dental Group” was saved.');
    await unlockAs(technicianPassphrase);
    expect(await reveal()).toEqual({ ok: true, value: { password: linked.value } });
    await unlockAs(demoPassphrase);
    await goTo(`#/folder/${id}`);
    await here.click('View');
    await here.click('Save');
    await here.sees('“Northwind Dental Group” was saved.');
    await unlockAs(technicianPassphrase);
    expect(await desk.ask('entries.list', {})).toMatchObject({ entries: [], folders: [] });
    expect(await reveal()).toEqual({ ok: false, failure: { code: 'entry-not-found' } });
    await unlockAs(demoPassphrase);
  });

  it('a session fills what its folder names', async () => {
    const { id, rev } = await folder('Northwind Dental Group');
    await desk.ask('folder.save', {
      folderId: id,
      rev,
      name: 'Northwind Dental Group',
      parentId: null,
      permissions: viewOnly,
      credentialEntryId: linked.credentialId,
    });
    await goTo(`#/session/${linked.sessionId}`);
    await here.choose('Folder', 'northwind', 'Northwind Dental Group');
    await here.select('Credentials', 'inherited');
    await here.sees('From its folders: “Credential for portal.northwind.example”.');
    await here.click('Update');
    await here.sees('was updated.');
    expect(await entry(linked.sessionId)).toMatchObject({
      inheritsCredential: true,
      credentialEntryId: linked.credentialId,
    });
    const page = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.click('Fill Session portal.northwind.example');
    await holds(page, { password: linked.value });
    await page.close();
  });

  it('the tree goes by keys alone: opened, closed, found, selected, entered', async () => {
    await tab.bringToFront();
    await seesTree();
    await tab.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
    await tab.press('Home');
    expect(await active()).toBe('Northwind Dental Group');
    await tab.press('ArrowLeft');
    await tab.waitFor(() => document.querySelectorAll('[role=row]').length === 1);
    await tab.press('ArrowRight');
    await tab.waitFor(() => document.querySelectorAll('[role=row]').length === 3);
    await tab.press('ArrowRight');
    expect(await active()).toBe('Credential for portal.northwind.example');
    await tab.press('s');
    expect(await active()).toBe('Session portal.northwind.example');
    await tab.press(' ');
    await here.sees('1 selected');
    expect(await violations(tab)).toEqual([]);
    await tab.press('Escape');
    await tab.press('End');
    await tab.press('Enter');
    await tab.waitFor(() => location.hash.startsWith('#/session/'));
  });

  it('duplicates an entry, links two sessions at once, deletes both and brings them back', async () => {
    await seesTree();
    await here.click('Duplicate Session portal.northwind.example');
    await here.sees('Copy of Session portal.northwind.example');
    await here.click('Select Session portal.northwind.example');
    await here.click('Select Copy of Session portal.northwind.example');
    await here.sees('2 selected');
    await here.click('Link to…');
    await here.fill('Credentials: Linked (vault)', 'portal');
    await tab.press('Enter');
    await here.click('Link');
    await here.sees('2 sessions: “Credential for portal.northwind.example”.');
    const sessions = (await desk.ask('entries.list', {})).entries.filter((one) => one.kind === 'session');
    expect(sessions.map((one) => one.inheritsCredential)).toEqual([undefined, undefined]);
    await here.click('Select Session portal.northwind.example');
    await here.click('Select Copy of Session portal.northwind.example');
    await here.click('Delete selected');
    await here.sees('2 entries were deleted.');
    expect((await desk.ask('entries.list', {})).entries).toHaveLength(1);
    await here.click('Undo');
    await until('both back', async () => (await desk.ask('entries.list', {})).entries.length === 3);
  });

  it('a folder changed in another window is not overwritten, and nothing typed is lost', async () => {
    const { id, rev } = await folder('Northwind Dental Group');
    await goTo(`#/folder/${id}`);
    await here.fill('Name', 'Typed here');
    const other = await desk.browser.openExtensionPage(`${optionsPath}#/folder/${id}`);
    // What is typed here is kept, and so is shown there: the other window saves a name of its own.
    await person(other).fill('Name', 'Saved there');
    await person(other).click('Save');
    await person(other).sees('“Saved there” was saved.');
    await other.close();
    await tab.bringToFront();
    await here.click('Save');
    await here.sees('was changed in another window');
    expect(await here.valueOf('Name')).toBe('Typed here');
    expect((await folder('Saved there')).rev).toBe(rev + 1);
    await here.click('Load the saved version');
    await until('the saved name', async () => (await here.valueOf('Name')) === 'Saved there');
  });

  it('deleted with everything in it, it comes back with everything', async () => {
    await seesTree();
    await here.click('Delete Saved there');
    await here.sees('Delete the folder “Saved there”?');
    expect(await violations(tab)).toEqual([]);
    await here.click('Delete with everything in it');
    await here.sees('was deleted with everything in it.');
    expect((await desk.ask('entries.list', {})).entries).toEqual([]);
    await here.click('Undo');
    await until('all back', async () => (await desk.ask('entries.list', {})).entries.length === 3);
  });

  it('goes with what is selected beside it, after a word on what it holds, and comes back where it was after a reload', async () => {
    await here.click('Select Saved there');
    await here.click('Select Copy of Session portal.northwind.example');
    await here.click('Delete selected');
    await here.sees('The folders hold 3 entries');
    expect(await violations(tab)).toEqual([]);
    await here.click('Delete with everything in it');
    await here.sees('4 folders and entries were deleted.');
    expect((await desk.ask('entries.list', {})).entries).toEqual([]);
    await here.click('Undo');
    await until('all back', async () => (await desk.ask('entries.list', {})).entries.length === 3);
    await tab.waitFor(() => document.querySelectorAll('[role=row]').length > 1);
    await tab.evaluate(() => document.querySelector<HTMLElement>('[role=treegrid]')?.focus());
    await tab.press('Home');
    await tab.press('ArrowLeft');
    await tab.waitFor(() => document.querySelectorAll('[role=row]').length === 1);
    await tab.evaluate(() => location.reload()).catch(() => undefined);
    await tab.waitFor(() => document.querySelectorAll('[role=row]').length === 1);
    await here.click('New entry');
    await here.click('Website session');
    await until('its place', async () => (await here.valueOf('Folder')) === 'Saved there');
  });
});
