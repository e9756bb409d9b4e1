import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, loginValues, loot, openBench } from '../attacks/bench.ts';
import { loginForm, page } from '../attacks/pages/html.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { type LinkedSession, pageKinds } from './desk.ts';
import { person } from './person.ts';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const empty = { username: '', password: '' };

/** More fields than a login has, on one page. */
const board = page(`
  ${loginForm('method="post" action="/login"', '<p><input id="otp" name="otp" autocomplete="one-time-code"></p>')}
  <form method="post" action="/join"><h2>Create your account</h2>
    <p><label>First name <input id="first" name="first_name"></label></p>
    <p><label>E-mail <input id="mail" name="email" type="email"></label></p>
    <p><label>Choose a password <input id="fresh" name="new_password" type="password" autocomplete="new-password"></label></p>
    <p><label>Password <input id="signup" name="pw" type="password"></label></p>
    <button>Sign up</button></form>
  <form method="get" action="/find"><p><input id="inget" name="login" ></p><button>Go</button></form>
  <form method="post" action="https://evil.example/take"><p><input id="away" name="user"></p><button>Go</button></form>
  <p><input id="shown" name="password" type="text"></p>`);

describe.each(pageKinds)('one field by a right click, in %s', (kind) => {
  let bench: Bench;
  let linked: LinkedSession;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve('field.attack.example', board);
    linked = await bench.link('field.attack.example');
    const { entries } = await bench.desk.ask('entries.list', {});
    const rev = entries.find(({ id }) => id === linked.credentialId)?.rev ?? 0;
    await bench.desk.ask('credentialEntry.setCode', { entryId: linked.credentialId, rev, seed });
  });
  afterAll(() => bench?.close());
  afterEach(async () => {
    if (await bench.desk.browser.popupIsOpen()) await bench.desk.browser.closePopup();
  });

  const all = (tab: Tab) =>
    tab.evaluate(() =>
      Object.fromEntries(
        Array.from(document.querySelectorAll('input'), ({ id, value }) => [id, value]).filter(([, value]) => value),
      ),
    );
  const at = () => bench.visit('https://field.attack.example/');
  const ended = (word: string) => until(word, async () => (await bench.outcomeInFront()) === word);

  it('writes the user name, and nothing else', async () => {
    const tab = await at();
    const before = bench.desk.reveals();
    await bench.desk.browser.clickMenuItem('field-username', tab, '#username');
    await until('the user name', async () => (await all(tab)).username !== undefined);
    expect(await all(tab)).toEqual({ username: loot.username });
    expect(bench.desk.reveals()).toBe(before);
    await ended('filled');
    const popup = await bench.desk.popup();
    await popup.sees('Filled user name.');
    expect(await popup.says()).not.toContain('next step of the sign-in');
  });

  it('writes the password, and nothing else', async () => {
    const tab = await at();
    await bench.desk.browser.clickMenuItem('field-password', tab, '#password');
    await until('the password', async () => (await all(tab)).password !== undefined);
    expect(await all(tab)).toEqual({ password: loot.password });
  });

  it('writes a one-time code, and nothing else', async () => {
    const tab = await at();
    await bench.desk.browser.clickMenuItem('field-code', tab, '#otp');
    await until('the code', async () => (await all(tab)).otp !== undefined);
    expect(Object.keys(await all(tab))).toEqual(['otp']);
    expect((await all(tab)).otp).toMatch(/^\d{6}$/);
  });

  it.each([
    ['field-password', '#shown', 'field-for-other-value'],
    ['field-password', '#username', 'field-for-other-value'],
    ['field-username', '#password', 'field-for-other-value'],
    ['field-code', '#password', 'field-for-other-value'],
    ['field-password', '#fresh', 'new-password-field'],
    ['field-password', '#signup', 'sign-up-form'],
    ['field-username', '#inget', 'form-puts-values-in-address'],
    ['field-username', '#away', 'form-sends-elsewhere'],
  ])('%s on %s is refused: %s', async (item, selector, reason) => {
    const tab = await at();
    const before = bench.desk.reveals();
    await bench.desk.browser.clickMenuItem(item, tab, selector);
    await ended(reason);
    expect(await all(tab)).toEqual({});
    expect(bench.desk.reveals()).toBe(before);
  });

  it('nothing goes into a field that nobody sees, though it has the focus', async () => {
    const tab = await at();
    await tab.evaluate(() => {
      const field = document.querySelector<HTMLElement>('#password');
      if (field !== null) field.style.opacity = '0';
    });
    await bench.desk.browser.clickMenuItem('field-password', tab, '#password');
    await ended('transparent-field');
    expect(await loginValues(tab)).toEqual(empty);
  });

  it('copies user name and code to the clipboard, and says so', async () => {
    const tab = await at();
    await bench.desk.browser.clickMenuItem('copy-username', tab, '#username');
    await ended('copied');
    await until('the user name', async () => (await bench.desk.browser.clipboardText()) === loot.username);
    await tab.bringToFront();
    await bench.desk.browser.clickMenuItem('copy-code', tab, '#username');
    await until('the code', async () => /^\d{6}$/.test(await bench.desk.browser.clipboardText()));
    await tab.bringToFront();
    const popup = await bench.desk.popup();
    await popup.sees('The one-time code is on the clipboard for 30 seconds.');
    expect(await all(tab)).toEqual({});
  });

  it('waits for the choice where two sessions are for the page, and then fills that field', async () => {
    await bench.link('field.attack.example', {
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
    });
    // A tab that works for nobody yet.
    const tab = await bench.desk.browser.openTab('https://field.attack.example/');
    await bench.desk.browser.clickMenuItem('field-username', tab, '#username');
    const popup = person(await bench.desk.browser.waitForPopup());
    await popup.sees('Choose whose user name goes into the field that you right-clicked.');
    expect(await all(tab)).toEqual({});
    await popup.click('Fill Session field.attack.example');
    await until('the user name', async () => (await all(tab)).username !== undefined);
    expect(Object.keys(await all(tab))).toEqual(['username']);
    await popup.sees('Filled user name.');
    await until('the field to wait no more', async () => !(await popup.says()).includes('Choose whose'));
  });
});
