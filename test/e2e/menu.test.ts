import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, type LinkedSession, openDesk } from './desk.ts';
import { holds } from './page.ts';

const portal = 'https://portal.northwind.example/';

interface Api {
  readonly chrome: {
    readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
    readonly contextMenus: { update(id: string, change: object): Promise<void> };
  };
}

describe.each(browserKinds)('the right-click menu and the toolbar button, in %s', (kind) => {
  let desk: Desk;
  let northwind: LinkedSession;
  let contoso: LinkedSession;
  let tab: Tab;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    northwind = await desk.linked({ host: 'portal.northwind.example' });
    contoso = await desk.linked({
      host: 'portal.northwind.example',
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
    });
    tab = await desk.browser.openTab(portal);
  });
  afterAll(() => desk?.close());

  const badge = (tabId: number): Promise<string> =>
    desk.options.evaluate(
      (id: number) => (globalThis as unknown as Api).chrome.action.getBadgeText({ tabId: id }),
      tabId,
    );
  const offers = (sessionId: string): Promise<boolean> =>
    desk.options.evaluate(
      (id: string) =>
        (globalThis as unknown as Api).chrome.contextMenus.update(`session-${id}`, {}).then(
          () => true,
          () => false,
        ),
      sessionId,
    );
  async function tabInFront(): Promise<number> {
    await tab.bringToFront();
    return (await desk.ask('page.front', {})).tabId ?? -1;
  }

  it('say how many sessions are for the page in front, and offer each by its name', async () => {
    const tabId = await tabInFront();
    await until('the number', async () => (await badge(tabId)) === '2');
    await until('both in the menu', async () => (await offers(northwind.sessionId)) && offers(contoso.sessionId));
    await desk.browser.clickMenuItem(`session-${contoso.sessionId}`, tab);
    await holds(tab, { password: contoso.value });
    await until('how it ended', async () => (await badge(tabId)) === '✓');
  });

  it('offer nothing for a page without a session', async () => {
    const other = await desk.browser.openTab('https://mail.contoso.example/');
    await other.bringToFront();
    await until('no session in the menu', async () => !(await offers(northwind.sessionId)));
    await other.close();
    const tabId = await tabInFront();
    await until('it is back', () => offers(northwind.sessionId));
    expect(await badge(tabId)).toBe('✓');
  });

  it('SR-22: forget names and numbers with a lock, and know them again after it', async () => {
    await tab.goto(portal);
    const tabId = await tabInFront();
    await until('the number', async () => (await badge(tabId)) === '2');
    await desk.ask('vault.lock', {});
    await until('no number', async () => (await badge(tabId)) === '');
    await until('no name', async () => !(await offers(northwind.sessionId)));
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    await tab.bringToFront();
    await until('the number again', async () => (await badge(tabId)) === '2');
  });
});
