import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { htmlReply, loginForm, page as pageAround } from '../attacks/pages/html.ts';
import { updateExtension } from '../browser/extension-update.ts';
import { until } from '../browser/until.ts';
import { type Desk, extensionFolder, type LinkedSession, openDesk, optionsPath, pageKinds } from './desk.ts';
import { holds, valuesOf } from './page.ts';
import { person } from './person.ts';

const host = 'later.portal.example';
/** How the launched page looks: first it has no form, so that the launch waits for one. */
const shown = { form: false };
const site = {
  hosts: [host],
  handle: () => htmlReply(pageAround(shown.form ? loginForm() : '<p>One moment.</p>')),
};

/** Runs in the worker: from now on its disk is full, or is not any more. */
function fillDisk(full: boolean): void {
  // What is kept must be kept in the page itself: each look into the worker has a global object of its own in Firefox.
  const store = IDBObjectStore.prototype as IDBObjectStore & { realPut?: IDBObjectStore['put'] };
  store.realPut ??= store.put;
  store.put = full
    ? () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      }
    : store.realPut;
}

interface Holding {
  letGo?: () => void;
}

/** Runs in a page of the extension: from now on it keeps the database from everybody else, as a page of before an update could. */
async function holdDatabase(): Promise<void> {
  const held = indexedDB.open('linked-vault');
  await new Promise((resolve) => held.addEventListener('success', resolve));
  // It does not close for the upgrade that it asks for itself, so that every later opening waits behind both.
  const upgrade = indexedDB.open('linked-vault', held.result.version + 1);
  upgrade.addEventListener('upgradeneeded', () => upgrade.transaction?.abort());
  (window as Holding).letGo = () => held.result.close();
  await new Promise((resolve) => upgrade.addEventListener('blocked', resolve));
}

describe.each(pageKinds)('nothing is lost, in %s', (kind) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'linked-vault-update-')), 'extension');
  let desk: Desk;
  let linked: LinkedSession;
  beforeAll(async () => {
    shown.form = false;
    cpSync(extensionFolder(kind), folder, { recursive: true });
    desk = await openDesk(kind, { vault: true, extension: folder, sites: [site] });
    linked = await desk.linked({ host });
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const editor = async () => {
    const tab = await desk.browser.openExtensionPage(`${optionsPath}#/session/${linked.sessionId}`);
    const form = person(tab);
    await form.sees('Further sign-in origins');
    return {
      form,
      async type(name: string) {
        await tab.bringToFront();
        await form.fill('Name', name);
        expect(await form.valueOf('Name')).toBe(name);
      },
      async save() {
        await tab.bringToFront();
        await form.click('Update');
      },
    };
  };
  const savedName = async () =>
    (await desk.ask('entries.list', {})).entries.find(({ id }) => id === linked.sessionId)?.name;

  it('two windows edit the same entry: the second save gets a sentence, and what was typed stays', async () => {
    const [first, second] = [await editor(), await editor()];
    await first.type('Named in the first window');
    await second.type('Typed in the second window');
    await first.save();
    await first.form.sees('was updated');
    expect(await savedName()).toBe('Named in the first window');
    await second.save();
    await second.form.sees('This entry was changed in another window.');
    expect(await second.form.valueOf('Name')).toBe('Typed in the second window');
    expect(await savedName()).toBe('Named in the first window');
    await second.form.click('Load the saved version');
    await until('it', async () => (await second.form.valueOf('Name')) === 'Named in the first window');
    await second.type('Named once more');
    await second.save();
    await second.form.sees('was updated');
    expect(await savedName()).toBe('Named once more');
  });

  it('a full disk: a sentence, and saving goes well once there is room', async () => {
    const { form, type, save } = await editor();
    await type('Saved when there was room');
    await desk.browser.evaluateInWorker(fillDisk, true);
    await save();
    await form.sees('The browser could not save or read its data. Free some disk space');
    expect(await form.valueOf('Name')).toBe('Saved when there was room');
    expect(await savedName()).toBe('Named once more');
    await desk.browser.evaluateInWorker(fillDisk, false);
    await save();
    await form.sees('was updated');
    expect(await savedName()).toBe('Saved when there was room');
  });

  it('SR-56: a database that another page holds: a sentence in the end, and saving goes well once it is let go of', async () => {
    const { form, type, save } = await editor();
    await type('Saved when it was free again');
    await desk.options.evaluate(holdDatabase);
    await save();
    await form.sees('The browser could not save or read its data.', 60_000);
    expect(await form.valueOf('Name')).toBe('Saved when it was free again');
    await desk.options.evaluate(() => (window as Holding).letGo?.());
    await save();
    await form.sees('was updated');
    expect(await savedName()).toBe('Saved when it was free again');
  });

  it('SR-50: an update with the vault open: locked, no launch goes on, and everything is there after the passphrase', async () => {
    const { type } = await editor();
    await type('Typed before the update');
    await until('the draft', async () =>
      JSON.stringify(await desk.ask('draft.list', {})).includes('before the update'),
    );
    await desk.ask('session.launch', { entryId: linked.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url.startsWith(`https://${host}/`));
    await until('the first look', async () => (await desk.ask('page.front', {})).lastOutcome !== null);
    await updateExtension(desk.browser, folder, tab, '0.1.1');
    shown.form = true;
    await tab.goto(`https://${host}/`);
    const after = person(await desk.browser.openExtensionPage(`${optionsPath}#/session/${linked.sessionId}`));
    await after.sees('Vault locked');
    await after.fill('Passphrase', demoPassphrase);
    await after.click('Unlock');
    await after.sees('Unsaved changes were kept.', 30_000);
    expect(await after.valueOf('Name')).toBe('Typed before the update');
    await after.click('Update');
    await after.sees('was updated');
    // The launch of before is over; one of now fills.
    expect(await valuesOf(tab)).toEqual({ username: '', password: '' });
    await tab.bringToFront();
    const popup = await desk.popup();
    await popup.click('Fill Typed before the update');
    await holds(tab, { password: linked.value });
  });
});
