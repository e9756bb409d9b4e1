import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTechnicianPassphrase } from '../../src/demo/demo-credentials.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Tab } from '../browser/surface.ts';
import { type Desk, makeVault, openDesk, optionsPath } from './desk.ts';
import { becomePackVault } from './pack-vault.ts';
import { person } from './person.ts';

interface Noted {
  moved: string[];
}

type ShiftEntry = PerformanceEntry & {
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
};

/**
 * Runs in the page before its own script: notes what moves after it was drawn, but by a person's own input, and lets each
 * answer of the worker come late, longer after an input than what the browser still counts as moved by it.
 */
function noteMoves(): void {
  const noted: Noted = { moved: [] };
  Object.assign(globalThis, noted);
  const nameOf = (node: Node | null): string => (node?.textContent ?? 'gone').trim().slice(0, 60);
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, sources } of list.getEntries() as ShiftEntry[])
      if (!hadRecentInput) noted.moved.push(...sources.map(({ node }) => nameOf(node)));
  }).observe({ type: 'layout-shift', buffered: true });
  const late: Readonly<Record<string, number>> = { 'policy.get': 300, 'settings.get': 600, 'audit.stretch': 900 };
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Sender } }).chrome;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (message) => {
    const answer = await send(message);
    await new Promise((resolve) => setTimeout(resolve, late[message.command] ?? 0));
    return answer;
  };
}

interface Sender {
  sendMessage: (message: { readonly command: string }) => Promise<unknown>;
}

const movedIn = (tab: Tab): Promise<readonly string[]> =>
  tab.evaluate(async () => {
    // An observer hears of a frame after it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (globalThis as unknown as Noted).moved;
  });

/** Runs in the worker: its clock goes ahead, until the worker ends. */
function goAhead(days: number): void {
  const clock = self.Date;
  const now = clock.now.bind(clock);
  clock.now = () => now() + days * 24 * 60 * 60_000;
}

/** Only Chromium tells what moves. */
describe('what was drawn on Settings stays where it is, in chromium', () => {
  let desk: Desk;
  let tab: Tab;
  const settings = async (hash = '#/settings'): Promise<void> => {
    await tab.goto('about:blank');
    await tab.goto(`${desk.browser.extensionUrl}${optionsPath}${hash}`);
  };
  const sees = (text: string): Promise<void> => person(tab).sees(text);

  beforeAll(async () => {
    desk = await openDesk('chromium', { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
    await desk.ask('vault.setTechnicianPassphrase', { passphrase: demoTechnicianPassphrase });
    tab = await desk.browser.openExtensionPage(optionsPath);
    // What lies below the window is not told of.
    await pageOf(tab).setViewport({ width: 1280, height: 4000 });
    await pageOf(tab).evaluateOnNewDocument(noteMoves);
  });
  afterAll(() => desk?.close());

  it('sees what moves (control)', async () => {
    await settings();
    await sees('Save a backup');
    await tab.evaluate(() => {
      document.querySelector('main section')?.before(document.createElement('hr'), 'What came late');
    });
    expect(await movedIn(tab)).not.toEqual([]);
  });

  it('of an administrator', async () => {
    await settings();
    await sees('Save a backup');
    await sees('Lock after so many minutes');
    expect(await movedIn(tab)).toEqual([]);
  });

  it('of an administrator who comes from another page', async () => {
    await settings('#/');
    await sees('portal.northwind.example');
    await tab.evaluate(() => {
      location.hash = '#/settings';
    });
    await sees('Save a backup');
    await sees('Lock after so many minutes');
    expect(await movedIn(tab)).toEqual([]);
  });

  it('of an administrator, while what technicians got is read before their passphrase is removed', async () => {
    await settings();
    await person(tab).click('Remove technician passphrase…');
    await sees('Remove it');
    await sees('names no password that a technician got');
    expect(await movedIn(tab)).toEqual([]);
  });

  it('of a technician beside an administrator', async () => {
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoTechnicianPassphrase });
    await settings();
    await sees('Lock after so many minutes');
    expect(await movedIn(tab)).toEqual([]);
  });

  describe('of the vault of a pack', () => {
    const report = 'What was got on this device in the last 90 days';

    beforeAll(async () => {
      await desk.ask('vault.erase', { confirm: 'erase' });
      await makeVault(desk);
      const { credentialId } = await desk.linked({ host: 'portal.northwind.example' });
      await becomePackVault(desk);
      await desk.ask('credential.reveal', { entryId: credentialId, passwordId: null, purpose: 'reveal' });
    });

    it('while it is good', async () => {
      await settings();
      await sees(report);
      expect(await movedIn(tab)).toEqual([]);
    });

    it('while what was got is read', async () => {
      await settings();
      await person(tab).click(report);
      await sees('Reading the audit…');
      await sees('Patient portal - front desk');
      expect(await movedIn(tab)).toEqual([]);
    });

    it('once it has ended, and the report opens by itself', async () => {
      await desk.browser.evaluateInWorker(goAhead, 400);
      await desk.ask('vault.unlock', { passphrase: demoTechnicianPassphrase });
      await settings();
      await sees('ended on');
      await sees('Patient portal - front desk');
      expect(await movedIn(tab)).toEqual([]);
    });
  });
});
