import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { type Desk, type LinkedSession, openDesk, pageKinds } from './desk.ts';
import { holds, valuesOf } from './page.ts';

const portal = 'https://portal.northwind.example/';

describe.each(pageKinds)('several clients, in %s', (kind) => {
  let desk: Desk;
  let northwind: LinkedSession;
  let contoso: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    northwind = await desk.linked({ host: 'portal.northwind.example' });
    contoso = await desk.linked({
      host: 'portal.northwind.example',
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
    });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  it('a tab that was launched for one client takes another’s credential only when a person means it', async () => {
    await desk.ask('session.launch', { entryId: northwind.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
    await holds(tab, { password: northwind.value });
    await tab.bringToFront();
    const { tabId } = await desk.ask('page.front', {});
    const fill = { entryId: contoso.sessionId, passwordId: null, tabId: tabId ?? -1 };
    expect(await desk.tryAsk('page.fill', fill)).toEqual({
      ok: false,
      failure: { code: 'other-client', organizationName: 'Northwind Dental Group', by: 'tab' },
    });
    expect((await valuesOf(tab)).password).toBe(northwind.value);
    await desk.ask('page.fill', { ...fill, otherClient: true });
    await holds(tab, { password: contoso.value });
    await tab.close();
  });

  it('a window that is pinned to an organization says whom a shortcut means, and warns of every other', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', 'contoso');
    await popup.click('Pin Contoso Legal LLP for this window');
    await popup.sees('Contoso Legal LLP: pinned');
    await desk.browser.closePopup();
    const { tabId, pinned } = await desk.ask('page.front', {});
    expect(pinned?.organizationName).toBe('Contoso Legal LLP');
    const fill = { entryId: northwind.sessionId, passwordId: null, tabId: tabId ?? -1 };
    expect(await desk.tryAsk('page.fill', fill)).toMatchObject({
      failure: { code: 'other-client', organizationName: 'Contoso Legal LLP', by: 'window' },
    });
    expect((await valuesOf(tab)).password).toBe('');
    await desk.browser.runCommand('fill-page', tab);
    await holds(tab, { password: contoso.value });
    const again = await desk.popup();
    await again.click('Unpin Contoso Legal LLP');
    await until('no pin', async () => (await desk.ask('page.front', {})).pinned === null);
    await tab.close();
  });

  // Firefox offers no way to type into the address bar from outside; the listeners are the same for both.
  it.runIf(kind === 'chromium')('the keyword in the address bar launches a session', async () => {
    const before = await desk.browser.openTab('about:blank');
    await desk.browser.evaluateInWorker(() => {
      const { omnibox } = (
        globalThis as unknown as {
          chrome: { omnibox: { onInputEntered: { dispatch(text: string, where: string): void } } };
        }
      ).chrome;
      omnibox.onInputEntered.dispatch('portal northwind dental', 'currentTab');
    });
    const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
    await until('the fill', async () => (await valuesOf(tab)).password === northwind.value);
    await tab.close();
    await before.close();
  });
});
