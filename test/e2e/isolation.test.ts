import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginForm, page } from '../attacks/pages/html.ts';
import { allowPrivateWindows } from '../browser/private-windows.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, type LinkedSession, openDesk, optionsPath } from './desk.ts';
import { person } from './person.ts';

const host = 'portal.attack.example';
const address = `https://${host}/`;
const sites = [
  {
    hosts: ['*.attack.example'],
    handle: () => new Response(page(loginForm()), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  },
];
const contoso = { organization: 'Contoso Legal LLP', password: 'Contoso admin center' };

const cookies = (tab: Tab): Promise<string> => tab.evaluate(() => document.cookie);
const keepCookie = (tab: Tab, value: string): Promise<void> =>
  tab.evaluate((text) => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the page of a client sets it, in both browsers
    document.cookie = `client=${text}; path=/`;
  }, value);
const filled = (tab: Tab, value: string) =>
  until('the password', async () => {
    const now = await tab.evaluate(() => document.querySelector<HTMLInputElement>('#password')?.value ?? '');
    return now === value;
  });

/** Says in options where a session opens, as a person does: the browser asks for what it needs inside the click. */
async function opensIn(desk: Desk, { sessionId }: LinkedSession, place: string, hint: string): Promise<void> {
  const tab = await desk.browser.openExtensionPage(`${optionsPath}#/session/${sessionId}`);
  const form = person(tab);
  await form.select('Open in', place);
  await form.sees(hint);
  await form.click('Update');
  await form.sees('was updated.');
  await tab.close();
}

async function launched(desk: Desk, { sessionId }: LinkedSession): Promise<Tab> {
  await desk.ask('session.launch', { entryId: sessionId, passwordId: null });
  return desk.browser.waitForTab((url) => url === address);
}

/** What the site of the containers was asked: the cookie that came along, and the password that was sent. */
interface Visit {
  readonly cookie: string;
  readonly password: string | null;
}

describe('containers, in firefox', () => {
  let desk: Desk;
  let northwind: LinkedSession;
  let other: LinkedSession;
  const visits: Visit[] = [];
  let jars = 0;
  /** Gives whoever comes without a cookie a new one. A driver does not see tabs in containers that the extension has made. */
  const handle = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const cookie = request.headers.get('cookie') ?? '';
    const password = request.method === 'POST' ? new URLSearchParams(await request.text()).get('password') : null;
    visits.push({ cookie, password });
    jars += cookie === '' ? 1 : 0;
    const headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' };
    if (cookie === '') headers['set-cookie'] = `jar=${jars}; path=/; secure`;
    return new Response(password === null ? page(loginForm()) : page('<h1>Signed in</h1>'), { headers });
  };
  beforeAll(async () => {
    desk = await openDesk('firefox', { vault: true, sites: [{ hosts: ['*.attack.example'], handle }] });
    northwind = await desk.linked({ host, autoSubmit: true });
    other = await desk.linked({ host, autoSubmit: true, ...contoso });
  });
  afterAll(() => desk?.close());

  /** Launches, and answers what the page and its form sent, once the filled form was sent. */
  const launchAndSend = async ({ sessionId }: LinkedSession): Promise<readonly Visit[]> => {
    const before = visits.length;
    await desk.ask('session.launch', { entryId: sessionId, passwordId: null });
    await until('the form to be sent', async () => visits.slice(before).some(({ password }) => password !== null));
    return visits.slice(before);
  };

  it('a session opens in the one of its client once the browser has granted it, and not elsewhere before', async () => {
    const { entries } = await desk.ask('entries.list', {});
    const entry = entries.find(({ id }) => id === northwind.sessionId);
    if (entry?.kind !== 'session') throw new Error('the session is gone');
    const { rev, name, credentialEntryId, allowHttp, autoSubmit, sameOriginFrames, httpAuth } = entry;
    const same = { rev, name, credentialEntryId, allowHttp, autoSubmit, sameOriginFrames, httpAuth };
    await desk.ask('sessionEntry.save', {
      ...same,
      entryId: entry.id,
      host: entry.startUrl ?? '',
      signInHosts: [],
      openIn: 'container',
    });
    const refused = { ok: false, failure: { code: 'no-containers' } };
    expect(await desk.tryAsk('session.launch', { entryId: entry.id, passwordId: null })).toEqual(refused);
    expect(visits).toEqual([]);
    await opensIn(desk, northwind, 'container', 'Each client has cookies of its own.');
    await opensIn(desk, other, 'container', 'Each client has cookies of its own.');
  });

  it('two clients on one host have two cookie jars, and each is filled with its own', async () => {
    const { value } = northwind;
    expect(await launchAndSend(northwind)).toEqual([
      { cookie: '', password: null },
      { cookie: 'jar=1', password: value },
    ]);
    expect(await launchAndSend(other)).toEqual([
      { cookie: '', password: null },
      { cookie: 'jar=2', password: other.value },
    ]);
    expect(await launchAndSend(northwind)).toEqual([
      { cookie: 'jar=1', password: null },
      { cookie: 'jar=1', password: value },
    ]);
    const plain = await desk.browser.openTab(address);
    expect(visits.at(-1)).toEqual({ cookie: '', password: null });
    await plain.close();
  });

  it('are removed on request, with what was signed in there', async () => {
    const tab = await desk.browser.openExtensionPage(`${optionsPath}#/settings`);
    const settings = person(tab);
    await settings.click('Remove the containers of Linked Vault');
    await settings.sees('2 containers were removed.');
    await tab.close();
    const [first] = await launchAndSend(northwind);
    expect(first).toEqual({ cookie: '', password: null });
  });
});

describe.each(browserKinds)('private windows, in %s', (kind) => {
  it('are named as what is missing where the extension is not allowed there, and nothing is opened', async () => {
    const desk = await openDesk(kind, { vault: true, sites });
    try {
      const linked = await desk.linked({ host });
      await opensIn(desk, linked, 'private', 'All private windows share one cookie jar');
      const popup = await desk.popup();
      await popup.fill('Search name, host or organization', host);
      await popup.click(`Launch Session ${host}`);
      await popup.sees('the browser does not allow the extension there');
      expect(await desk.browser.tabs()).not.toContain(address);
    } finally {
      await desk.close();
    }
  });

  it('a session opens there, is filled, and finds no cookie of the other tabs', async () => {
    const desk = await openDesk(kind, { vault: true, sites, prepare: allowPrivateWindows });
    try {
      const linked = await desk.linked({ host });
      const plain = await desk.browser.openTab(address);
      await keepCookie(plain, 'ordinary');
      await plain.close();
      await opensIn(desk, linked, 'private', 'All private windows share one cookie jar');
      const tab = await launched(desk, linked);
      await filled(tab, linked.value);
      expect(await cookies(tab)).toBe('');
    } finally {
      await desk.close();
    }
  });
});
