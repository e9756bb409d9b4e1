import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { type Desk, type LinkedSession, openDesk, pageKinds } from './desk.ts';
import { holds, valuesOf } from './page.ts';
import { person } from './person.ts';

const portal = 'https://portal.northwind.example/';
const needed = { ok: false, failure: { code: 'reason-needed' } };

describe.each(pageKinds)('an entry that asks for a reason, in %s', (kind) => {
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

  /** Forgets a reason that was given. */
  const lockAndUnlock = async () => {
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
  };

  it('is switched on by an administrator, and then gives nothing without one, whoever asks the worker', async () => {
    const tab = await desk.browser.openExtensionPage(`src/options/index.html#/credential/${linked.credentialId}`);
    await person(tab).click('Ask for a reason or ticket number');
    await until('the switch', async () =>
      (await desk.ask('entries.list', {})).entries.some((entry) => entry.kind === 'credential' && entry.asksReason),
    );
    await tab.close();
    const entry = { entryId: linked.credentialId, passwordId: null };
    const before = desk.reveals();
    expect(await desk.tryAsk('credential.reveal', { ...entry, purpose: 'reveal' })).toEqual(needed);
    expect(await desk.tryAsk('credential.reveal', { ...entry, purpose: 'copy' })).toEqual(needed);
    expect(await desk.tryAsk('session.launch', { entryId: linked.sessionId, passwordId: null })).toEqual(needed);
    expect(desk.reveals()).toBe(before);
  });

  it('asks in the popup, fills then, and the audit has the reason', async () => {
    await lockAndUnlock();
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.click('Fill Session portal.northwind.example');
    await popup.fill('Reason or ticket number', 'INC-4711 printer');
    expect((await valuesOf(tab)).password).toBe('');
    await popup.click('Go on');
    await holds(tab, { password: linked.value });
    // The value is in the page a moment before its end is written down.
    const filled = await until('the record', async () =>
      (await desk.ask('audit.stretch', { before: null, runs: 100 })).records.find(({ action }) => action === 'filled'),
    );
    expect(filled).toMatchObject({ reason: 'INC-4711 printer', entryId: linked.sessionId });
    await tab.close();
  });

  it('a shortcut opens the popup on the question; a lock has forgotten the last reason', async () => {
    await lockAndUnlock();
    const tab = await desk.browser.openTab(portal);
    await desk.browser.runCommand('fill-page', tab);
    const popup = person(await desk.browser.waitForPopup());
    await popup.fill('Reason or ticket number', 'INC-4712');
    expect((await valuesOf(tab)).password).toBe('');
    await popup.click('Go on');
    await holds(tab, { password: linked.value });
    await tab.close();
  });
});
