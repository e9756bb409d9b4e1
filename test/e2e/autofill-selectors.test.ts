import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/demo/site.ts';
import { htmlReply, page } from '../attacks/pages/html.ts';
import { type Desk, type LinkedSession, openDesk, pageKinds } from './desk.ts';

const host = 'portal.kub-reynolds.example';
const organization = 'Kub, Reynolds and Gibson';

/** Two names before the password, of which reading takes the nearer one. */
const twoNames = (one: string, other: string) =>
  `<form method="post" action="/in"><label>User name <input ${one}></label><label>User name <input ${other}></label>
   <label>Password <input type="password" name="pw"></label><button>Sign in</button></form>`;

const pages: Readonly<Record<string, string>> = {
  '/': twoNames('name="a" id="user"', 'name="b"'),
  '/other-form': `<form method="post"><input name="s" id="user"><button>Search</button></form>${twoNames('name="a"', 'name="b"')}`,
  '/hidden': twoNames('name="a" id="user" style="opacity:0"', 'name="b"'),
  '/new-password':
    '<h1>Create account</h1><form method="post"><input name="a" id="user"><input type="password" name="n" id="pass" autocomplete="new-password"><button>Sign up</button></form>',
};

const site: Site = { hosts: [host], handle: ({ url }) => htmlReply(page(pages[new URL(url).pathname] ?? '')) };

describe.each(pageKinds)('selectors in a record of IT Glue, in %s', (kind) => {
  let desk: Desk;
  let withSelectors: LinkedSession;
  let selectingNothing: LinkedSession;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, sites: [site] });
    const linked = (password: string) => desk.linked({ host, organization, password });
    withSelectors = await linked('With autofill selectors');
    selectingNothing = await linked('With selectors that select nothing');
  });
  afterAll(() => desk?.close());

  /** What a fill leaves in a page: the names of the fields that got the user name and the password, and others. */
  async function filled(path: string, session: LinkedSession): Promise<Readonly<Record<string, string>>> {
    const tab = await desk.browser.openTab(`https://${host}${path}`);
    await tab.bringToFront();
    const { tabId } = await desk.ask('page.front', {});
    await desk.ask('page.fill', { entryId: session.sessionId, passwordId: null, tabId: tabId ?? -1 });
    const values = await tab.evaluate(() =>
      Object.fromEntries(Array.from(document.querySelectorAll('input'), ({ name, value }) => [name, value])),
    );
    await tab.close();
    const words = new Map([
      [session.username ?? '-', 'user name'],
      [session.value, 'password'],
      ['', ''],
    ]);
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words.get(value) ?? value]));
  }

  it('choose between fields of the form that was judged', async () => {
    expect(await filled('/', withSelectors)).toEqual({ a: 'user name', b: '', pw: 'password' });
  });

  it('that select nothing change nothing', async () => {
    expect(await filled('/', selectingNothing)).toEqual({ a: '', b: 'user name', pw: 'password' });
  });

  it.each([
    ['/other-form', { s: '', a: '', b: 'user name', pw: 'password' }],
    ['/hidden', { a: '', b: 'user name', pw: 'password' }],
    ['/new-password', { a: '', n: '' }],
  ])('are no permission: %s', async (path, expected) => {
    expect(await filled(path, withSelectors)).toEqual(expected);
  });
});
