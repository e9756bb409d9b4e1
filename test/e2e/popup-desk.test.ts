import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, type LinkedSession, openDesk } from './desk.ts';
import { holds } from './page.ts';
import { person } from './person.ts';

const portal = 'https://portal.northwind.example/';
const panelPath = 'src/popup/index.html#panel';
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

describe.each(browserKinds)('the popup as a desk, in %s', (kind) => {
  let desk: Desk;
  let linked: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    linked = await desk.linked({ host: 'portal.northwind.example' });
    await desk.linked({
      host: 'files.contoso.example',
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
    });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  it('has the search under the hand, and says which keys there are', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.sees('For this page');
    expect(await popup.surface.evaluate(focused)).toBe('Search name, host or organization');
    await popup.sees('Enter Fill');
    await popup.sees('Ctrl+Shift+C password');
    await tab.close();
  });

  it('copies by key, asks IT Glue for the one password, and keeps the focus', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.sees('For this page');
    const before = desk.reveals();
    await popup.surface.press('Control+c');
    await popup.sees('User name copied.');
    expect(desk.reveals()).toBe(before);
    await popup.surface.press('Control+Shift+C');
    await popup.sees('Copied. The clipboard is cleared in');
    expect(desk.reveals()).toBe(before + 1);
    expect(await popup.surface.evaluate(focused)).toBe('Search name, host or organization');
    await tab.close();
  });

  it('on another site it names the right one before it copies a password (SR-10)', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    const before = desk.reveals();
    await popup.fill('Search name, host or organization', 'files.contoso');
    await popup.sees('Session files.contoso.example');
    // What was typed is selected no more once the caret moves: then Ctrl+C is ours.
    await popup.surface.press('End');
    await popup.surface.press('Control+Shift+C');
    await popup.sees('Reveal or copy it for files.contoso.example');
    expect(desk.reveals()).toBe(before);
    await popup.click('Back');
    await tab.close();
  });

  it('has every action in a menu that keys move in, and gives the focus back', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', '');
    await popup.sees('For this page');
    await popup.surface.press('Control+k');
    await popup.sees('Add to favourites');
    expect(await popup.surface.evaluate(focused)).toBe('Fill');
    await popup.surface.press('ArrowDown');
    await until('the next item', async () => (await popup.surface.evaluate(focused)) === 'Launch');
    await popup.surface.press('Escape');
    await until(
      'the search',
      async () => (await popup.surface.evaluate(focused)) === 'Search name, host or organization',
    );
    await tab.close();
  });

  it('keeps favourites in the vault and shows them first, with what was used last', async () => {
    await desk.ask('credential.reveal', { entryId: linked.credentialId, passwordId: null, purpose: 'copy' });
    const tab = await desk.browser.openTab('https://mail.contoso.example/');
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', '');
    await popup.click('More for Credential for files.contoso.example');
    await popup.click('Add to favourites');
    await popup.sees('added to favourites.');
    await popup.sees('Favourites');
    await desk.browser.closePopup();
    const { marks } = await desk.ask('entries.list', {});
    expect(marks.favourites).toHaveLength(1);
    expect(marks.recents).toContain(linked.credentialId);
    const again = await desk.popup();
    await again.sees('Website sessions');
    const text = await again.says();
    expect(text.indexOf('Favourites')).toBeGreaterThan(-1);
    expect(text.indexOf('Favourites')).toBeLessThan(text.indexOf('Used last'));
    expect(text.indexOf('Used last')).toBeLessThan(text.indexOf('Website sessions'));
    await tab.close();
  });

  it('beside the page it is as wide as it is given, follows the tab in front, and is its own document no page can frame', async () => {
    const panel = await desk.browser.openExtensionPage(panelPath);
    const side = person(panel);
    await side.fill('Search name, host or organization', '');
    await side.sees('Website sessions');
    const width = await panel.evaluate(() => document.body.clientWidth - document.documentElement.clientWidth);
    expect(width).toBe(0);
    expect(await side.has('button', 'Keep open beside the page')).toBe(false);
    const tab = await desk.browser.openTab(portal);
    await side.sees('For this page');
    await tab.close();
    await until('another page', async () => !(await side.says()).includes('For this page'));
    await panel.close();
  });

  it('beside a page that it may not see, asks for the sites of the sessions there and then', async () => {
    await desk.linked({ host: 'vault-only.northwind.example', granted: false });
    await desk.browser.answerPrompts('deny');
    const panel = await desk.browser.openExtensionPage(panelPath);
    const side = person(panel);
    const tab = await desk.browser.openTab('https://vault-only.northwind.example/');
    await side.sees('No web page, or no access to it');
    await side.sees('One site of your sessions is not allowed yet.');
    await panel.bringToFront();
    await side.click('Allow access');
    await side.sees('The browser did not allow it.');
    await panel.close();
    await desk.browser.answerPrompts('accept');
    const again = await desk.browser.openExtensionPage(panelPath);
    await person(again).click('Allow access');
    await until('nothing to ask', async () => !(await person(again).says()).includes('not allowed yet'));
    await tab.bringToFront();
    await person(again).sees('For this page');
    await again.close();
    await tab.close();
  });

  it('opens beside the page from the popup, fills there, and stays open', async () => {
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.sees('For this page');
    await popup.click('Keep open beside the page');
    const panel = person(await desk.browser.waitForPanel());
    await panel.sees('For this page');
    await until('the popup to go', async () => !(await desk.browser.popupIsOpen()));
    expect(await panel.has('button', 'Keep open beside the page')).toBe(false);
    await panel.click('Fill Session portal.northwind.example');
    await holds(tab, { username: linked.username ?? '', password: linked.value });
    await panel.sees('Filled user name and password');
    await tab.goto('about:blank');
    await until('another page', async () => !(await panel.says()).includes('For this page'));
    await panel.fill('Search name, host or organization', 'contoso');
    await panel.sees('Session files.contoso.example');
    await tab.close();
  });
});
