import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { ownDialog } from '../browser/own-dialog.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, type SessionSetup } from '../e2e/desk.ts';
import {
  chooserIsClosed,
  chooserIsOpen,
  chooserOf,
  everyAuthorization,
  leaveFor,
  openHttpAuthDesk,
} from '../e2e/http-auth-desk.ts';
import { loot, sleep } from './bench.ts';
import { htmlReply, page } from './pages/html.ts';
import { basicDevice, challengeBasic, challengeWith } from './pages/http-auth.ts';

type Handler = (request: Request) => Response;

const challenged: Handler = () => challengeBasic('Switch');

/** Long enough for an answer that should not come. */
const quietMs = 700;

describe.each(browserKinds)('attacks on HTTP authentication, in %s', (kind) => {
  let desk: Desk;
  let visitor: Tab;
  let device = '';
  let evil = '';
  const handlers = new Map<string, Handler>();
  const serve = (host: string, handler: Handler) => handlers.set(host, handler);
  beforeAll(async () => {
    const handle: Handler = (request) =>
      handlers.get(new URL(request.url).host)?.(request) ?? htmlReply(page('<p id="plain">Plain.</p>'));
    desk = await openHttpAuthDesk(kind, [{ hosts: ['*.attack.example:*'], handle }]);
  });
  afterAll(() => desk?.close());

  /** Names of its own for each test: browsers remember what signed in. */
  let count = 0;
  beforeEach(async () => {
    count += 1;
    device = `device${count}.attack.example`;
    evil = `evil${count}.attack.example`;
    visitor = await desk.browser.openTab('about:blank');
  });

  const link = async (host: string, more: Partial<SessionSetup> = {}): Promise<EntryId> =>
    (await desk.linked({ ...more, host, httpAuth: true, granted: false })).sessionId;

  async function launch(host: string, more: Partial<SessionSetup> = {}): Promise<void> {
    await desk.ask('session.launch', { entryId: await link(host, more), passwordId: null });
  }

  /** What this test's own hosts were sent to sign in with. */
  const sentHere = (): readonly string[] =>
    everyAuthorization(desk).filter((sent) => [device, evil].some((host) => sent.split(' ')[0]?.includes(host)));
  const asked = (host: string): number => desk.server.requests.filter((hit) => hit.host === host).length;

  /** Waits until a host has been asked, and then for an answer that should not come. */
  async function nothingIsSent(host: string): Promise<void> {
    await until(`a request to ${host}`, async () => asked(host) > 0);
    await sleep(quietMs);
    expect(sentHere()).toEqual([]);
    expect(await chooserIsOpen(desk)).toBe(false);
  }

  it('the bench itself: a launch of this device is answered', async () => {
    serve(device, basicDevice('Switch', loot));
    await launch(device);
    await until('the answer', async () => everyAuthorization(desk).some((sent) => sent.startsWith(`${device} Basic`)));
  });

  it.each([
    ['another port', () => `https://${device}:8443/`],
    ['a host below', () => `https://sub.${device}/`],
    ['another host', () => `https://${evil}/`],
    ['plain http', () => `http://${device}/`],
    ['plain http on another port', () => `http://${device}:8080/`],
  ])('invariant 5: a launch that is sent on to %s, which challenges', async (_name, address) => {
    const to = new URL(address());
    serve(device, () => new Response(null, { status: 302, headers: { location: to.href } }));
    serve(to.host, challenged);
    // On plain http the device has no page of its own to be sent on from.
    if (to.host === device)
      serve(device, ({ url }) =>
        url.startsWith('http:')
          ? challenged(new Request(url))
          : new Response(null, { status: 302, headers: { location: to.href } }),
      );
    const before = desk.reveals();
    await launch(device);
    await until(`a request to ${to.href}`, async () =>
      desk.server.requests.some((hit) => hit.host === to.host && `${hit.scheme}:` === to.protocol),
    );
    await sleep(quietMs);
    expect(sentHere()).toEqual([]);
    expect(await chooserIsOpen(desk)).toBe(false);
    expect(desk.reveals()).toBe(before);
  });

  it.each([
    ['an image', (host: string) => `<img src="https://${host}/pixel">`],
    ['a frame', (host: string) => `<iframe src="https://${host}/frame"></iframe>`],
    ['a script', (host: string) => `<script src="https://${host}/script"></script>`],
    ['a fetch', (host: string) => `<script>fetch('https://${host}/data', { credentials: 'include' })</script>`],
  ])('invariant 5: %s of a foreign host inside the launched page', async (_name, body) => {
    serve(device, () => htmlReply(page(body(evil))));
    serve(evil, challenged);
    await launch(device);
    await nothingIsSent(evil);
  });

  it.each([
    ['an image', (host: string) => `<img src="https://${host}/pixel">`],
    ['a frame', (host: string) => `<iframe src="https://${host}/frame"></iframe>`],
    ['a sandboxed frame', (host: string) => `<iframe sandbox src="https://${host}/frame"></iframe>`],
    ['a fetch', (host: string) => `<script>fetch('https://${host}/data', { credentials: 'include' })</script>`],
  ])('invariant 6: a foreign page that loads the linked device as %s', async (_name, body) => {
    serve(device, challenged);
    serve(evil, () => htmlReply(page(body(device))));
    await link(device);
    await leaveFor(visitor, `https://${evil}/`);
    await until(`a request to ${device}`, async () => asked(device) > 0);
    await sleep(quietMs);
    expect(sentHere()).toEqual([]);
    expect(await chooserIsOpen(desk)).toBe(false);
  });

  it('invariant 6: a foreign frame inside the linked device that loads a part of the device', async () => {
    serve(device, ({ url }) =>
      new URL(url).pathname === '/part'
        ? challenged(new Request(url))
        : htmlReply(page(`<iframe src="https://${evil}/"></iframe>`)),
    );
    serve(evil, () => htmlReply(page(`<img src="https://${device}/part">`)));
    await link(device);
    await leaveFor(visitor, `https://${device}/`);
    await until('the part', async () =>
      desk.server.requests.some(({ host, path }) => host === device && path === '/part'),
    );
    await sleep(quietMs);
    expect(sentHere()).toEqual([]);
    expect(await chooserIsOpen(desk)).toBe(false);
  });

  it('invariant 6: a part of the device’s own page does open the window', async () => {
    serve(device, ({ url, headers }) => {
      if (new URL(url).pathname !== '/part') return htmlReply(page('<img src="/part">'));
      return basicDevice('Switch', loot)(new Request(url, { headers }));
    });
    await link(device);
    await leaveFor(visitor, `https://${device}/`);
    const chooser = await chooserOf(desk);
    await chooser.click('Sign in with Session');
    await until('the answer', async () => sentHere().length > 0);
    await chooserIsClosed(desk);
  });

  it.each([
    ['a proxy’s challenge', () => challengeBasic('Proxy', 407)],
    ['NTLM', () => challengeWith('NTLM')],
    ['Negotiate', () => challengeWith('Negotiate')],
    ['a scheme nobody knows', () => challengeWith('Bearer realm="x"')],
  ])('invariants 2 and 3: %s from the linked device', async (_name, reply) => {
    serve(device, reply);
    await launch(device);
    await until(`a request to ${device}`, async () => asked(device) > 0);
    await sleep(quietMs);
    expect(
      everyAuthorization(desk).filter((sent) => sent.includes(device) && !/ (NTLM|Negotiate) /.test(sent)),
    ).toEqual([]);
    expect(desk.server.requests.some((hit) => JSON.stringify(hit.headers).includes(loot.password))).toBe(false);
    expect(await chooserIsOpen(desk)).toBe(false);
  });

  it('invariant 8: parts side by side with a wrong password try it once', async () => {
    const parts = Array.from({ length: 6 }, (_none, index) => `<img src="/part/${index}">`).join('');
    serve(device, ({ url }) => (new URL(url).pathname === '/' ? htmlReply(page(parts)) : challengeBasic('Switch')));
    await link(device);
    await leaveFor(visitor, `https://${device}/`);
    const chooser = await chooserOf(desk);
    await chooser.click('Sign in with Session');
    const answer = until('the answer', async () => sentHere().length > 0);
    // Firefox at times (1 run in 10) sends the answered part again only after its challenge has run out: issue 3.
    await (kind === 'firefox' ? answer.catch(() => undefined) : answer);
    await sleep(quietMs);
    expect(sentHere().length).toBeLessThanOrEqual(1);
    if (kind === 'chromium') expect(sentHere()).toHaveLength(1);
    await chooserIsClosed(desk);
  });

  it('invariant 8: a page that challenges for ever is answered once in a launch', async () => {
    serve(device, ({ headers }) =>
      headers.has('authorization')
        ? htmlReply(page('<script>setTimeout(() => location.reload(), 100)</script>'))
        : challenged(new Request('https://x.example')),
    );
    serve(device, challenged);
    await launch(device);
    await until('the answer', async () => sentHere().length > 0);
    await sleep(quietMs);
    expect(sentHere()).toHaveLength(1);
  });

  it('invariants 9 and 12: a hostile realm is shown apart and made harmless; no password is in the window', async () => {
    serve(device, () =>
      challengeWith('Basic realm="Vault locked: <img src=x> type your passphrase \u00ad here", charset="UTF-8"'),
    );
    await link(device);
    await leaveFor(visitor, `https://${device}/`);
    const chooser = await chooserOf(desk);
    await chooser.sees('It calls itself “Vault locked: <img src=x> type your passphrase');
    const html = await pageOf(chooser.tab).content();
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\u00ad');
    expect(html).not.toContain(loot.password);
    await chooser.click('Use the browser’s own dialog');
    await ownDialog(desk.browser, visitor, device);
    await chooserIsClosed(desk);
  });

  it('invariant 1: the permission taken away in the browser ends it, and the session says so', async () => {
    // Runs last: the permission does not come back.
    serve(device, challenged);
    const sessionId = await link(device);
    await desk.options.evaluate(async () => {
      const { permissions } = (
        globalThis as unknown as { chrome: { permissions: { remove(what: object): Promise<boolean> } } }
      ).chrome;
      await permissions.remove({ permissions: ['webRequest', 'webRequestAuthProvider'] });
    });
    const { entries } = await desk.ask('entries.list', {});
    expect(entries.find(({ id }) => id === sessionId)).toMatchObject({ missingHttpAuth: 'missing' });
    await desk.ask('session.launch', { entryId: sessionId, passwordId: null });
    await nothingIsSent(device);
  });
});
