import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { type Account, basicDevice, digestDevice } from '../attacks/pages/http-auth.ts';
import { ownDialog } from '../browser/own-dialog.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk } from './desk.ts';
import {
  authorizationsAt,
  chooserIsClosed,
  chooserIsOpen,
  chooserOf,
  leaveFor,
  openHttpAuthDesk,
} from './http-auth-desk.ts';

const account: Account = { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' };
const basic = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
const other: Account = { ...account, password: 'changed since' };

/** One name for each test: browsers remember what signed in, by host, port and realm. */
const sites = [
  { hosts: ['basic.device.example:*'], handle: basicDevice('Switch', account) },
  { hosts: ['digest.device.example:*'], handle: digestDevice('Printer', account) },
  { hosts: ['wrong.device.example:*'], handle: basicDevice('Router', other) },
];

describe.each(browserKinds)('HTTP authentication, in %s', (kind) => {
  let desk: Desk;
  let visitor: Tab;
  let port = 8000;
  beforeAll(async () => {
    desk = await openHttpAuthDesk(kind, sites);
  });
  afterAll(() => desk?.close());
  beforeEach(async () => {
    port += 1;
    visitor = await desk.browser.openTab('about:blank');
  });

  const device = (name: string) => `${name}.device.example:${port}`;
  const outcome = async () => (await desk.ask('page.front', {})).lastOutcome?.end;

  /** Launches a session, and gives the tab that has come of it. */
  async function launchOf(sessionId: EntryId): Promise<Tab> {
    const before = (await desk.browser.tabs()).length;
    await desk.ask('session.launch', { entryId: sessionId, passwordId: null });
    return until('the launched tab', async () => (await desk.browser.tabs())[before]);
  }

  const launch = async (host: string): Promise<Tab> =>
    launchOf((await desk.linked({ host, httpAuth: true, granted: false })).sessionId);

  /** Leaves for a device in a tab of its own, and gives the chooser. */
  async function ask(host: string) {
    await leaveFor(visitor, `https://${host}/`);
    return chooserOf(desk);
  }

  it.each(['basic', 'digest'])('a launch signs in by itself: %s', async (name) => {
    const host = device(name);
    const before = desk.reveals();
    const tab = await launch(host);
    await tab.waitFor('#inside');
    const sent = authorizationsAt(desk, host);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toBeNull();
    expect(sent[1]).toMatch(name === 'basic' ? /^Basic / : /^Digest username="frontdesk@northwind.example"/);
    expect(desk.reveals()).toBe(before + 1);
    expect(await outcome()).toEqual({ signInDialog: 'answered' });
    const popup = await desk.popup();
    await popup.sees('Answered the browser’s sign-in dialog.');
    await desk.browser.closePopup();
    expect(await chooserIsOpen(desk)).toBe(false);
  });

  it('invariant 8: a wrong password is sent once, then the browser’s own dialog comes', async () => {
    const host = device('wrong');
    const tab = await launch(host);
    await ownDialog(desk.browser, tab, host);
    expect(authorizationsAt(desk, host)).toEqual([null, basic]);
    expect(await outcome()).toMatchObject({ failure: { code: 'sign-in-refused', origin: `https://${host}` } });
    expect(await chooserIsOpen(desk)).toBe(false);
  });

  it('invariant 7: without a launch a window asks, also for one session; a click signs in', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    const before = desk.reveals();
    const chooser = await ask(host);
    await chooser.sees(`https://${host}`);
    await chooser.sees('It calls itself “Switch”');
    await chooser.sees(account.username);
    expect(await chooser.says()).not.toContain(account.password);
    expect(authorizationsAt(desk, host)).toEqual([null]);
    expect(desk.reveals()).toBe(before);
    await chooser.click('Sign in with Session');
    await visitor.waitFor('#inside');
    expect(authorizationsAt(desk, host)).toEqual([null, basic]);
    await chooserIsClosed(desk);
  });

  it('Always prompt: the IT Glue credentials list is in that window', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false, password: null });
    const chooser = await ask(host);
    await chooser.click('Open list of Session');
    await chooser.choose('Search this organization’s passwords', 'front desk', 'Patient portal - front desk');
    await visitor.waitFor('#inside');
    await chooserIsClosed(desk);
  });

  it('a locked vault is unlocked in that window', async () => {
    const host = device('digest');
    await desk.linked({ host, httpAuth: true, granted: false });
    await desk.ask('vault.lock', {});
    const chooser = await ask(host);
    await chooser.sees('Vault locked');
    await chooser.fill('Passphrase', demoPassphrase);
    await chooser.click('Unlock');
    await chooser.click('Sign in with Session');
    await visitor.waitFor('#inside');
    await chooserIsClosed(desk);
  });

  it('invariant 11: Cancel leads to the browser’s own dialog', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    const chooser = await ask(host);
    await chooser.click('Use the browser’s own dialog');
    await ownDialog(desk.browser, visitor, host);
    await chooserIsClosed(desk);
    expect(authorizationsAt(desk, host)).toEqual([null]);
  });

  it('invariant 11: so does closing the window', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    const chooser = await ask(host);
    await chooser.sees('Switch');
    await chooser.tab.close();
    await ownDialog(desk.browser, visitor, host);
    expect(authorizationsAt(desk, host)).toEqual([null]);
  });

  it('invariant 11: and so does the death of the worker, which the window notices', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    const chooser = await ask(host);
    await chooser.sees('Switch');
    await desk.browser.killWorker();
    await ownDialog(desk.browser, visitor, host);
    await chooserIsClosed(desk);
    expect(authorizationsAt(desk, host)).toEqual([null]);
  });

  it('a worker that sleeps is woken by a challenge', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    await desk.browser.killWorker();
    const chooser = await ask(host);
    await chooser.click('Sign in with Session');
    await visitor.waitFor('#inside');
    await chooserIsClosed(desk);
  });

  it('invariant 11: the window closes when its tab goes', async () => {
    const host = device('basic');
    await desk.linked({ host, httpAuth: true, granted: false });
    const chooser = await ask(host);
    await chooser.sees('Switch');
    await visitor.close();
    await chooserIsClosed(desk);
    expect(authorizationsAt(desk, host)).toEqual([null]);
  });

  it('SR-13, invariant 1: with the switch off nothing is answered and no window opens', async () => {
    const host = device('basic');
    const before = desk.reveals();
    const { sessionId } = await desk.linked({ host, granted: false });
    await leaveFor(visitor, `https://${host}/`);
    await ownDialog(desk.browser, visitor, host);
    await ownDialog(desk.browser, await launchOf(sessionId), host);
    expect(await chooserIsOpen(desk)).toBe(false);
    expect(authorizationsAt(desk, host).filter((sent) => sent !== null)).toEqual([]);
    expect(desk.reveals()).toBe(before);
  });
});
