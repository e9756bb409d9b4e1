import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, openDesk } from './desk.ts';
import { holds } from './page.ts';
import { person } from './person.ts';

const portal = 'https://portal.northwind.example/';
const other = 'https://scheduler.northwind.example/';

interface Update {
  readonly visible: boolean;
  readonly enabled: boolean;
}

type Scope = typeof globalThis & {
  menuNow?: Record<string, Update>;
  chrome: { contextMenus: { update(id: string, state: Update, ...more: unknown[]): unknown } };
};

/** Headless Chromium has no menu to look at: what it is told is noted on the way. */
describe('what the right-click menu offers, in chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk('chromium', { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
    await desk.browser.grantSiteAccess('https://scheduler.northwind.example/*');
    await desk.browser.evaluateInWorker(() => {
      const scope = globalThis as Scope;
      scope.menuNow = {};
      const { contextMenus } = scope.chrome;
      const update = contextMenus.update.bind(contextMenus);
      contextMenus.update = (id, state, ...more) => {
        Object.assign(scope.menuNow ?? {}, { [id]: state });
        return update(id, state, ...more);
      };
    });
  });
  afterAll(() => desk?.close());

  const usable = async (): Promise<readonly string[]> => {
    const now = await desk.browser.evaluateInWorker(() => (globalThis as Scope).menuNow ?? {});
    return Object.entries(now).flatMap(([id, { visible, enabled }]) => (visible && enabled ? [id] : []));
  };
  const offers = (ids: readonly string[]) =>
    until(`the menu to offer ${ids.join(', ')}`, async () => (await usable()).join() === ids.join());
  const everything = [
    'fill',
    'choose',
    'field-username',
    'field-password',
    'field-code',
    'copy-username',
    'copy-code',
    'lock',
  ];

  it('follows the page in front', async () => {
    const tab = await desk.browser.openTab(portal);
    await offers(everything);
    const elsewhere = await desk.browser.openTab(other);
    await offers(['lock']);
    await elsewhere.close();
    await tab.bringToFront();
    await offers(everything);
    await tab.close();
  });

  it('locked, it offers the way in and nothing else', async () => {
    const tab = await desk.browser.openTab(portal);
    await offers(everything);
    await desk.browser.clickMenuItem('lock', tab, 'input');
    await offers(['unlock']);
    expect(await desk.ask('vault.status', {})).toMatchObject({ state: 'locked' });
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    await offers(everything);
    await tab.close();
  });
});

describe.each(browserKinds)('the right-click menu of a locked vault, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
  });
  afterAll(() => desk?.close());

  it('leads to the passphrase, and then fills', async () => {
    const tab = await desk.browser.openTab(portal);
    await desk.ask('vault.lock', {});
    const unlock = async () => {
      await desk.browser.clickMenuItem('unlock', tab, 'input');
      const popup = person(await desk.browser.waitForPopup());
      await popup.sees('Vault locked');
      return popup;
    };
    // Firefox shows the true menu: a hidden item cannot be chosen there, once the menu has followed the lock.
    if (kind === 'firefox') {
      await unlock();
      await desk.browser.closePopup();
      await expect(desk.browser.clickMenuItem('fill', tab, 'input')).rejects.toThrow('"fill"');
    }
    const popup = await unlock();
    await popup.fill('Passphrase', demoPassphrase);
    await popup.click('Unlock');
    await popup.sees('For this page');
    await desk.browser.closePopup();
    await desk.browser.clickMenuItem('fill', tab, 'input');
    await holds(tab, { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' });
    await tab.close();
  });
});
