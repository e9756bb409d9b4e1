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
  };
}

describe.each(browserKinds)('the number on the toolbar button, in %s', (kind) => {
  let desk: Desk;
  let contoso: LinkedSession;
  let tab: Tab;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
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
  async function tabInFront(): Promise<number> {
    await tab.bringToFront();
    return (await desk.ask('page.front', {})).tabId ?? -1;
  }

  it('says how many sessions are for the page in front, until a fill has said how it ended', async () => {
    const tabId = await tabInFront();
    await until('the number', async () => (await badge(tabId)) === '2');
    await desk.ask('page.fill', { entryId: contoso.sessionId, passwordId: null, tabId });
    await holds(tab, { password: contoso.value });
    await until('how it ended', async () => (await badge(tabId)) === '✓');
    const other = await desk.browser.openTab('https://mail.contoso.example/');
    await other.bringToFront();
    const { tabId: otherId } = await desk.ask('page.front', {});
    expect(await badge(otherId ?? -1)).toBe('');
    await other.close();
    await tab.bringToFront();
    expect(await badge(tabId)).toBe('✓');
  });

  it('SR-22: is forgotten with a lock, and known again after it', async () => {
    await tab.goto(portal);
    const tabId = await tabInFront();
    await until('the number', async () => (await badge(tabId)) === '2');
    await desk.ask('vault.lock', {});
    await until('no number', async () => (await badge(tabId)) === '');
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    await tab.bringToFront();
    await until('the number again', async () => (await badge(tabId)) === '2');
  });
});
