import encodeQR from 'qr';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/demo/site.ts';
import { codeAt, parseSeed } from '../../src/domain/totp.ts';
import { hrefOf } from '../../src/options/route.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { type Desk, type LinkedSession, openDesk, optionsPath, pageKinds } from './desk.ts';
import { person } from './person.ts';

const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/Northwind:alice?secret=${seed}&issuer=Northwind`;
const host = 'steps.northwind.example';

const box = '<input name="d" inputmode="numeric" maxlength="1" autocomplete="one-time-code">';
const steps: Readonly<Record<string, string>> = {
  '/': '<h1>Sign in</h1><form method="post" action="/password"><label>User name <input name="username"></label><button>Next</button></form>',
  '/password':
    '<h1>Enter password</h1><form method="post" action="/code"><label>Password <input type="password" name="password"></label><button>Sign in</button></form>',
  '/code': `<h1>Enter the code of your authenticator app</h1><form method="post" action="/in"><fieldset><legend>Verification code</legend>${box.repeat(6)}</fieldset><button>Verify</button></form>`,
  '/in': '<h1>Signed in</h1>',
};

/** A sign-in of three pages: user name, password, and a code in six boxes. */
const inSteps: Site = {
  hosts: [host],
  handle: ({ url }) =>
    new Response(`<!doctype html><meta charset="utf-8"><title>Sign in</title>${steps[new URL(url).pathname] ?? ''}`, {
      headers: { 'content-type': 'text/html' },
    }),
};

const boxes = (tab: Tab): Promise<string> =>
  tab.evaluate(() => Array.from(document.querySelectorAll('input'), ({ value }) => value).join(''));
const field = (tab: Tab): Promise<string> =>
  tab.evaluate(() => document.querySelector<HTMLInputElement>('form input')?.value ?? '');

/** The codes that may have been written within the last seconds. */
function codes(): readonly string[] {
  const parsed = parseSeed(seed);
  if (typeof parsed === 'string') throw new Error(parsed);
  return [0, 30_000].map((ago) => codeAt(parsed, Date.now() - ago).code);
}

/** Chooses an image in the file field, as the browser's own dialog would. */
const chooseImage = (tab: Tab, bytes: readonly number[]): Promise<void> =>
  tab.evaluate((numbers) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(numbers as number[])], 'code.gif', { type: 'image/gif' }));
    if (input === null) throw new Error('There is no file field.');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, bytes);

describe.each(pageKinds)('one-time codes in %s', (kind) => {
  let desk: Desk;
  let linked: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, sites: [inSteps] });
    linked = await desk.linked({ host });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  const entry = async () => {
    const { entries } = await desk.ask('entries.list', {});
    const found = entries.find(({ id }) => id === linked.credentialId);
    if (found?.kind !== 'credential') throw new Error('The credential entry is gone.');
    return found;
  };
  const openCard = async () => {
    const tab = await desk.browser.openExtensionPage(
      `${optionsPath}${hrefOf({ page: 'credential', id: linked.credentialId })}`,
    );
    const page = person(tab);
    await page.sees('One-time codes');
    return page;
  };

  it('refuses what is no key, keeps what was typed, and takes a pasted one', async () => {
    const page = await openCard();
    await page.fill('Secret key or otpauth address', 'not a key!');
    await page.click('Keep one-time codes');
    await until('the field to be marked', () =>
      page.surface.evaluate(
        () =>
          document.querySelector('[name=seed][aria-invalid=true]') !== null ||
          document.querySelector('[role=alert]') !== null,
      ),
    );
    expect(await page.valueOf('Secret key or otpauth address')).toBe('not a key!');
    await page.fill('Secret key or otpauth address', seed);
    await page.click('Keep one-time codes');
    await page.sees('This entry makes codes of 6 digits every 30 seconds');
    expect((await entry()).code).toMatchObject({ digits: 6, issuer: null });
    expect(await page.says()).not.toContain(seed);
    await (page.surface as Tab).close();
  });

  it('takes the key out of an image of a QR code', async () => {
    const page = await openCard();
    await chooseImage(page.surface as Tab, Array.from(encodeQR(uri, 'gif', { scale: 6 })));
    await until('the address', async () => (await page.valueOf('Secret key or otpauth address')) === uri);
    await page.click('Replace the key');
    await page.sees('for Northwind');
    expect((await entry()).code).toMatchObject({ issuer: 'Northwind' });
    await (page.surface as Tab).close();
  });

  it('a launch fills user name, password and code, page after page', async () => {
    await desk.ask('session.launch', { entryId: linked.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url.startsWith(`https://${host}/`));
    await until('the user name', async () => (await field(tab)) === linked.username);
    await tab.click('button');
    await until('the password', async () => (await field(tab)) === linked.value);
    await tab.click('button');
    await until('the code', async () => codes().includes(await boxes(tab)), 15_000);
    await tab.close();
  });

  it('is shown by the popup, and hidden again', async () => {
    const tab = await desk.browser.openTab(`https://${host}/in`);
    const popup = await desk.popup();
    await popup.click(`Show Credential for ${host}`);
    await popup.click('Show one-time code');
    const shown = await until('six digits', async () => /\b\d{6}\b/.exec(await popup.says())?.[0] ?? null);
    expect(codes()).toContain(shown);
    await popup.click('Hide one-time code');
    await until('it to be gone', async () => !(await popup.says()).includes(shown));
    await popup.click('Back');
    await tab.close();
  });

  it('is copied after the password where the entry says so, and said', async () => {
    await desk.ask('credentialEntry.setCodeCopy', {
      entryId: linked.credentialId,
      rev: (await entry()).rev,
      copy: true,
    });
    const tab = await desk.browser.openTab(`https://${host}/password`);
    const popup = await desk.popup();
    await popup.sees('For this page');
    await popup.surface.press('Enter');
    await popup.sees('The one-time code is on the clipboard for 30 seconds.', 15_000);
    expect(codes()).toContain(await desk.browser.clipboardText());
    await tab.close();
  });

  it('is let go of with its key', async () => {
    const page = await openCard();
    await page.click('Remove one-time codes…');
    await page.click('Remove for good');
    await page.sees('IT Glue gives no one-time codes to other programs.');
    expect((await entry()).code).toBeNull();
    const answer = await desk.tryAsk('credential.code', { entryId: linked.credentialId });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-code-kept' } });
    await (page.surface as Tab).close();
  });
});
