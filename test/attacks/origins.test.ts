import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, loginValues, loot, openBench } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const linkedHost = 'portal.attack.example';

/** Addresses of other origins than `https://portal.attack.example`, however near they look. */
const foreign = [
  ['another port', 'https://portal.attack.example:8443/'],
  ['a host below', 'https://sub.portal.attack.example/'],
  ['the parent', 'https://attack.example/'],
  ['a sibling', 'https://mail.attack.example/'],
  ['the host as a first part', 'https://portal.attack.example.evil.example/'],
  ['the host as a last part', 'https://evil-portal.attack.example/'],
  ['a missing dot', 'https://portalattack.example/'],
  ['a letter that looks the same', 'https://p\u043ertal.attack.example/'],
  ['the host as user name', 'https://portal.attack.example@evil.attack.example/'],
  ['the host as path', 'https://evil.attack.example/https://portal.attack.example/'],
  ['a trailing dot', 'https://portal.attack.example./'],
  ['plain http at the secure port number', 'http://portal.attack.example:444/'],
] as const;

/** Half of them, by a redirect: there only the browser's word on who opened the port stands between. */
const redirected = foreign.filter((_row, index) => index % 2 === 0 || index === foreign.length - 1);

const equal = [
  ['another path', 'https://portal.attack.example/any/where?next=https://evil.attack.example#top'],
  ['the port said aloud', 'https://portal.attack.example:443/'],
  ['capital letters', 'https://PORTAL.Attack.Example/'],
] as const;

const hostsOf = (addresses: readonly (readonly [string, string])[]) =>
  addresses.map(([, url]) => new URL(url).hostname);

describe.each(browserKinds)('origins in %s', (kind) => {
  let bench: Bench;
  let entryId: never;
  beforeAll(async () => {
    bench = await openBench(kind);
    for (const host of [...hostsOf(foreign), ...hostsOf(equal)])
      bench.serve(host, ({ url }) => {
        const { pathname, searchParams } = new URL(url);
        const to = searchParams.get('to');
        return pathname === '/hop' && to !== null
          ? new Response(null, { status: 302, headers: { location: to } })
          : htmlReply(page(loginForm()));
      });
    entryId = (await bench.link(linkedHost)).sessionId as never;
  });
  afterAll(() => bench?.close());

  it.each(equal)('SR-3: fills the equal origin: %s', async (_name, url) => {
    const tab = await bench.visit(url);
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
  });

  it.each(foreign)('SR-3: does not fill %s: %s', async (_name, url) => {
    const before = bench.desk.reveals();
    const tab = await bench.visit(url);
    expect(await loginValues(tab)).toEqual({ username: '', password: '' });
    expect(await bench.fill(tab, entryId)).toBe('no-linked-session');
    expect(holdsLoot(await allValues(tab))).toBe(false);
    expect(bench.desk.reveals()).toBe(before);
  });

  it.each(redirected)('SR-14: a launch that is sent on to it ends unfilled, for %s: %s', async (_name, url) => {
    const session = await bench.link(`https://${linkedHost}/hop?to=${encodeURIComponent(new URL(url).href)}`);
    const before = bench.desk.asked().length;
    await bench.desk.ask('session.launch', { entryId: session.sessionId, passwordId: null });
    const target = new URL(url);
    const tab = await bench.desk.browser.waitForTab((at) => new URL(at).origin === target.origin);
    expect(await until('an outcome', () => bench.outcomeInFront())).toBe('wrong-origin');
    expect(await loginValues(tab)).toEqual({ username: '', password: '' });
    expect(bench.desk.asked().length).toBe(before);
    await tab.close();
  });

  it('SR-4: a session for https is not filled on the same host by plain http', async () => {
    bench.serve('plain.attack.example', page(loginForm()));
    const secure = await bench.link('plain.attack.example:8080', { allowHttp: true });
    const tab = await bench.desk.browser.openTab('http://plain.attack.example:8080/');
    expect(new URL(await tab.url()).protocol).toBe('http:');
    expect(await bench.fill(tab, secure.sessionId)).toBe('no-linked-session');
    expect(holdsLoot(await allValues(tab))).toBe(false);
    const plain = await bench.link('http://plain.attack.example:8080', { allowHttp: true });
    expect(await bench.fill(tab, plain.sessionId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
    await tab.close();
  });

  it('SR-4: a session for plain http cannot be saved without its switch', async () => {
    await expect(bench.link('http://plain.attack.example:8080')).rejects.toThrow('http-not-allowed');
    await expect(
      bench.link('plain.attack.example', { signInHosts: ['http://plain.attack.example:8080'] }),
    ).rejects.toThrow('http-not-allowed');
  });
});
