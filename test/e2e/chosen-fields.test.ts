import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/demo/site.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { type Desk, type LinkedSession, openDesk, pageKinds } from './desk.ts';

const host = 'odd.northwind.example';
const pageText = 'Zanzibar-only-on-the-page';

const pages: Readonly<Record<string, string>> = {
  '/': `<form method="post" action="/in"><p>${pageText}</p>
    <label>${pageText} one <input name="f1"></label><label>${pageText} two <input name="f2"></label>
    <label>Password A <input type="password" name="p1"></label><label>Password B <input type="password" name="p2"></label>
    <button>Go</button></form>`,
  '/change': `<h1>Change password</h1><form method="post" action="/in">
    <label>Current password <input type="password" name="old"></label>
    <label>New password <input type="password" name="new1" autocomplete="new-password"></label>
    <label>Confirm new password <input type="password" name="new2" autocomplete="new-password"></label><button>Save</button></form>`,
  '/shadow': `<x-login></x-login><script>
    document.querySelector('x-login').attachShadow({ mode: 'open' }).innerHTML =
      '<h1>Sign in</h1><input name="who"><input name="pin1" type="password"><input name="pin2" type="password">';
    </script>`,
};

/** Login pages that reading alone does not understand. */
const odd: Site = {
  hosts: [host],
  handle: ({ url }) =>
    new Response(`<!doctype html><meta charset="utf-8"><title>Odd</title>${pages[new URL(url).pathname] ?? ''}`, {
      headers: { 'content-type': 'text/html' },
    }),
};

const valuesByName = (tab: Tab): Promise<Readonly<Record<string, string>>> =>
  tab.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document];
    const shadow = document.querySelector('x-login')?.shadowRoot;
    if (shadow) roots.push(shadow);
    return Object.fromEntries(
      roots.flatMap((root) => Array.from(root.querySelectorAll('input'), ({ name, value }) => [name, value])),
    );
  });

describe.each(pageKinds)('choose the field, in %s', (kind) => {
  let desk: Desk;
  let linked: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, sites: [odd] });
    linked = await desk.linked({ host });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  const choices = async () => {
    const { entries } = await desk.ask('entries.list', {});
    const session = entries.find(({ id }) => id === linked.sessionId);
    return session?.kind === 'session' ? session.fieldChoices : [];
  };
  /** The popup, on what is seen of the page in front. */
  const openPage = async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
    const popup = await desk.popup();
    await until(
      'the way to the page',
      async () =>
        (await popup.has('button', 'What is seen of this page')) || (await popup.has('button', 'Copy this report')),
    );
    if (await popup.has('button', 'What is seen of this page')) await popup.click('What is seen of this page');
    await popup.sees('Choose the field');
    return popup;
  };
  /** Presses a button of that page, and waits until the page itself is waiting. */
  const ask = async (button: string): Promise<void> => {
    const popup = await openPage();
    await popup.click(button);
    await popup.sees('Now click the field in the page');
  };
  const fill = async (): Promise<unknown> => {
    const { tabId } = await desk.ask('page.front', {});
    return (await desk.ask('page.fill', { entryId: linked.sessionId, passwordId: null, tabId: tabId ?? -1 })).end;
  };

  it('says why nothing was filled, without a word of the page', async () => {
    const tab = await desk.browser.openTab(`https://${host}/`);
    const popup = await desk.popup();
    await popup.sees('For this page');
    await popup.surface.press('Enter');
    await popup.sees('this page has several password fields');
    await popup.click('Why?');
    await popup.sees('What is seen of this page');
    await popup.sees('Asks for a password.');
    expect(await popup.says()).not.toContain(pageText);
    await tab.close();
  });

  it('fills what was chosen with pointer and keyboard, and a further text', async () => {
    const tab = await desk.browser.openTab(`https://${host}/`);
    await ask('Choose the field for the password');
    await tab.click('[name=p2]');
    await until('one choice', async () => (await choices()).length === 1);

    await ask('Choose the field for the user name');
    await tab.bringToFront();
    await tab.evaluate(() => document.querySelector<HTMLInputElement>('[name=f2]')?.focus());
    await tab.press('Enter');
    await until('two choices', async () => (await choices()).length === 2);
    expect(await tab.url()).toBe(`https://${host}/`);

    const popup = await openPage();
    await popup.fill('Further text, such as a domain or an account id', 'ACME');
    await popup.click('Choose the field for this text');
    await popup.sees('Now click the field in the page');
    await tab.click('[name=f1]');
    await until('three choices', async () => (await choices()).length === 3);

    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
    await tab.bringToFront();
    expect(await fill()).toMatchObject({ outcome: { kind: 'filled' } });
    expect(await valuesByName(tab)).toEqual({ f1: 'ACME', f2: linked.username, p1: '', p2: linked.value });
    await tab.close();
  });

  it('on a page that changes a password fills the current field alone, once it was chosen', async () => {
    const tab = await desk.browser.openTab(`https://${host}/change`);
    expect(await fill()).toEqual({ outcome: { kind: 'refused', reason: 'change-password-form' } });
    await ask('Choose the field for the password');
    await tab.click('[name=old]');
    await until('the choice', async () => (await choices()).some(({ path }) => path === '/change'));
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
    await tab.bringToFront();
    expect(await fill()).toMatchObject({ outcome: { kind: 'filled', roles: ['password'] } });
    expect(await valuesByName(tab)).toEqual({ old: linked.value, new1: '', new2: '' });
    await tab.close();
  });

  it('never puts the password into a field for a new one, chosen or not', async () => {
    const tab = await desk.browser.openTab(`https://${host}/change`);
    await ask('Choose the field for the password');
    await tab.click('[name=new1]');
    await until('the choice', async () => JSON.stringify(await choices()).includes('new1'));
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
    await tab.bringToFront();
    expect(await fill()).toEqual({ outcome: { kind: 'refused', reason: 'new-password-field' } });
    expect(await valuesByName(tab)).toEqual({ old: '', new1: '', new2: '' });
    await tab.close();
  });

  it('finds a chosen field in a shadow root, forgets it, and takes that back', async () => {
    const tab = await desk.browser.openTab(`https://${host}/shadow`);
    await ask('Choose the field for the password');
    const middle = await tab.evaluate(() => {
      const field = document.querySelector('x-login')?.shadowRoot?.querySelector<HTMLInputElement>('[name=pin2]');
      field?.focus();
      return field !== null;
    });
    expect(middle).toBe(true);
    await tab.bringToFront();
    await tab.press('Enter');
    await until('the choice', async () => (await choices()).some(({ path }) => path === '/shadow'));
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
    await tab.bringToFront();
    expect(await fill()).toMatchObject({ outcome: { kind: 'filled' } });
    expect(await valuesByName(tab)).toMatchObject({ pin1: '', pin2: linked.value });
    const popup = await openPage();
    const before = (await choices()).length;
    await popup.click('Forget the chosen field for the password');
    await until('one less', async () => (await choices()).length === before - 1);
    await until('the focus on Undo', () =>
      popup.surface.evaluate(() => document.activeElement?.textContent === 'Undo'),
    );
    await popup.surface.press('Enter');
    await until('as many as before', async () => (await choices()).length === before);
    await tab.close();
  });

  it('is not answered by a page that nobody asked, nor after Escape', async () => {
    const tab = await desk.browser.openTab(`https://${host}/`);
    const before = JSON.stringify(await choices());
    await ask('Choose the field for the one-time code');
    await tab.bringToFront();
    await tab.press('Escape');
    await tab.click('[name=p1]');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(JSON.stringify(await choices())).toBe(before);
    await tab.close();
  });
});
