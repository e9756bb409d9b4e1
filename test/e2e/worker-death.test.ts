import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, type LinkedSession, openDesk } from './desk.ts';
import { holds, pressSubmit, valuesOf } from './page.ts';

const frontDesk = { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' };
const portal = 'https://portal.northwind.example/';
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const interrupted = { failure: { code: 'interrupted' } };

/** The worker is ended in the middle of every journey: each finishes all the same, or says plainly that it did not. */
describe.each(browserKinds)('the worker dies, in %s', (kind) => {
  let desk: Desk;
  let session: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk?.close());
  const mends: (() => void)[] = [];
  afterEach(() => {
    for (const mend of mends.splice(0)) mend();
  });

  /** The next requests to such a path wait, so that there is a middle to die in. */
  const slow = (path: RegExp, ms = 2500) => {
    mends.push(desk.fake.faults.add({ when: { path, times: 1 }, fault: { kind: 'latency', ms } }));
  };
  const asking = (path: RegExp) => {
    const before = desk.fake.journal.entries.length;
    return until(`a request to ${path}`, async () =>
      desk.fake.journal.entries.slice(before).some((entry) => path.test(entry.path)),
    );
  };
  const reveals = () => desk.reveals();
  const launch = () => desk.ask('session.launch', { entryId: session.sessionId, passwordId: null });
  const portalTab = () => desk.browser.waitForTab((url) => url.startsWith(portal));
  const outcome = async () => (await desk.ask('page.front', {})).lastOutcome?.end;
  const ended = async (tab: Tab) => {
    await tab.bringToFront();
    return until('an outcome', outcome);
  };

  it('while a vault is made: it is there whole, or not at all', async () => {
    const asked = desk.tryAsk('vault.create', { passphrase: demoPassphrase }).catch(() => interrupted);
    await sleep(60);
    await desk.browser.killWorker();
    await asked;
    const { state } = await desk.ask('vault.status', {});
    if (state === 'absent') await desk.ask('vault.create', { passphrase: demoPassphrase });
    else if (state === 'locked') await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    expect(await desk.ask('vault.status', {})).toMatchObject({ state: 'unlocked', role: 'administrator' });
  });

  it('and the vault stays unlocked until its deadline', async () => {
    await desk.browser.killWorker();
    expect(await desk.ask('vault.status', {})).toMatchObject({ state: 'unlocked' });
  });

  it('while a key is tested: nothing half is saved, and asking again saves it', async () => {
    slow(/organizations$/);
    const body = { apiKeyId: null, name: 'Key', region: 'us', key: demoKeys.full, save: 'if-accepted' } as const;
    const started = asking(/organizations$/);
    const asked = desk.tryAsk('apiKey.set', body).catch(() => null);
    await started;
    await desk.browser.killWorker();
    expect(await asked).toBeNull();
    expect(await desk.ask('apiKey.list', {})).toEqual([]);
    expect(await desk.ask('apiKey.set', body)).toMatchObject({ saved: { name: 'Key' } });
  });

  it('between saving and listing: every entry is there', async () => {
    session = await desk.linked({ host: 'portal.northwind.example' });
    await desk.browser.killWorker();
    const { entries, damaged } = await desk.ask('entries.list', {});
    expect(entries.map(({ kind: one }) => one).sort()).toEqual(['credential', 'session']);
    expect(damaged).toEqual([]);
  });

  it('right after a launch was answered: the page is filled', async () => {
    await launch();
    await desk.browser.killWorker();
    const tab = await portalTab();
    await holds(tab, frontDesk);
    await tab.close();
  });

  it('while IT Glue is asked for a launch: the page is filled, by one more request', async () => {
    slow(/passwords\/\d+$/);
    const before = reveals();
    const started = asking(/passwords\/\d+$/);
    await launch();
    await started;
    await desk.browser.killWorker();
    const tab = await portalTab();
    await holds(tab, frontDesk);
    expect(reveals() - before).toBeLessThanOrEqual(2);
    expect(await ended(tab)).toMatchObject({ outcome: { kind: 'filled' } });
    await tab.close();
  });

  it('between the steps of a launch: the second page is filled too', async () => {
    const contoso = await desk.linked({
      host: 'login.contoso.example',
      organization: 'Contoso Legal LLP',
      password: 'Document management - partner',
    });
    await desk.ask('session.launch', { entryId: contoso.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url.startsWith('https://login.contoso.example/'));
    await holds(tab, { username: 'partner@contoso.example' });
    await desk.browser.killWorker();
    await pressSubmit(tab);
    await holds(tab, { password: 'Brief"Quote\\Slash<12>' });
    await tab.close();
  });

  it('while IT Glue is asked for the page in front: it ends in words, and nothing is filled twice', async () => {
    slow(/passwords\/\d+$/);
    const tab = await desk.browser.openTab(portal);
    const { tabId } = await desk.ask('page.front', {});
    if (tabId === null) throw new Error('no page in front');
    const before = reveals();
    const started = asking(/passwords\/\d+$/);
    const asked = desk.tryAsk('page.fill', { entryId: session.sessionId, passwordId: null, tabId }).catch(() => null);
    await started;
    await desk.browser.killWorker();
    expect(await asked).toBeNull();
    const end = await ended(tab);
    const filled = 'outcome' in end && end.outcome.kind === 'filled';
    expect(await valuesOf(tab)).toEqual(filled ? frontDesk : { username: '', password: '' });
    expect(reveals() - before).toBeLessThanOrEqual(2);
    await tab.close();
  });

  it('SR-41: after a copy, the clipboard is cleared all the same', async () => {
    await desk.ask('clipboard.clearLater', {});
    await desk.browser.killWorker();
    const left = await desk.browser.evaluateInWorker(async () => {
      const { alarms } = (
        globalThis as unknown as {
          browser: { alarms: { get(n: string): Promise<{ scheduledTime: number } | undefined> } };
        }
      ).browser;
      return ((await alarms.get('clipboard'))?.scheduledTime ?? 0) - Date.now();
    });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(30_000);
  });

  it('and a lock stays a lock', async () => {
    await desk.ask('vault.lock', {});
    await desk.browser.killWorker();
    expect(await desk.ask('vault.status', {})).toMatchObject({ state: 'locked' });
  });
});
