import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createItGlue } from '../../src/background/adapters/it-glue.ts';
import { ownRefusal } from '../../src/background/adapters/request-budget.ts';
import {
  access,
  failureIn,
  now,
  organizationId,
  organizationRow,
  passwordId,
  reply,
  scene,
  testKey,
} from './it-glue-scene.ts';

const servers: Server[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

async function loopback(answer: (url: string) => { status: number; headers: Record<string, string>; body: string }) {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(request.url ?? '');
    const { status, headers, body } = answer(request.url ?? '');
    response.writeHead(status, { connection: 'close', ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log };
}

/** The platform's own fetch, with the API's name leading to a loopback server. */
const towards = (origin: string) =>
  createItGlue({
    fetch: (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      return globalThis.fetch(new Request(`${origin}${pathname}${search}`, request));
    },
    now: () => now,
    online: () => true,
  });

describe('one request to IT Glue', () => {
  it('goes to the region of the key, with the key in its header and nothing else of ours', async () => {
    const { itGlue, requests } = scene(() => reply({ data: organizationRow('42') }));
    await itGlue.organization(access, organizationId('42'));
    const [request] = requests;
    expect(request?.url).toBe('https://api.eu.itglue.com/organizations/42');
    expect([...(request?.headers ?? [])]).toEqual([
      ['accept', 'application/vnd.api+json'],
      ['x-api-key', testKey],
    ]);
  });

  it('takes no cookie, cache, referrer or redirect with it', async () => {
    const { itGlue, requests } = scene(() => reply({ data: organizationRow('42') }));
    await itGlue.organization(access, organizationId('42'));
    expect(requests[0]).toMatchObject({
      method: 'GET',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
      keepalive: false,
    });
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const elsewhere = await loopback(() => ({ status: 200, headers: {}, body: '{}' }));
    const api = await loopback(() => ({ status, headers: { location: `${elsewhere.origin}/stolen` }, body: '' }));
    const answer = await towards(api.origin).password(access, passwordId('5'));
    expect(failureIn(answer)).toEqual({ code: 'it-glue-down', status: 0 });
    expect(api.log).toEqual(['/passwords/5?show_password=true']);
    expect(elsewhere.log).toEqual([]);
  });

  it('an answer from another address than the asked one is not taken', async () => {
    const body = JSON.stringify({ data: organizationRow('42') });
    const other = await loopback(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body }));
    expect(failureIn(await towards(other.origin).organization(access, organizationId('42')))).toEqual({
      code: 'not-it-glue',
    });
  });

  it('an answer of the right host behind a redirect is refused all the same', async () => {
    const { itGlue } = scene(() =>
      Object.defineProperty(reply({ data: organizationRow('42') }), 'redirected', { value: true }),
    );
    expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({
      code: 'it-glue-down',
      status: 0,
    });
  });

  it('an answer that does not say where it is from is not taken', async () => {
    const { itGlue } = scene(() =>
      Object.defineProperty(reply({ data: organizationRow('42') }), 'type', { value: 'opaque' }),
    );
    expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({ code: 'not-it-glue' });
  });

  it('what our own budget refuses is not told as a refusal of the key', async () => {
    for (const [statusText, told] of [
      [ownRefusal, []],
      ['', [[429]]],
    ] as const) {
      const refused = vi.fn();
      const { itGlue } = scene(() => new Response(null, { status: 429, statusText }));
      await itGlue.organizations({ ...access, refused });
      expect(refused.mock.calls).toEqual(told);
    }
  });

  it('a redirect that the platform hands over is refused and not asked again', async () => {
    const { itGlue, requests } = scene(
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
    );
    expect(failureIn(await itGlue.organizations(access))).toEqual({ code: 'it-glue-down', status: 0 });
    expect(requests).toHaveLength(1);
  });

  it('an id cannot leave its place in the path', async () => {
    const { itGlue, requests } = scene(() => reply({}, 404));
    await itGlue.password(access, passwordId('../organizations?x=1#'));
    expect(requests[0]?.url).toBe(
      'https://api.eu.itglue.com/passwords/..%2Forganizations%3Fx%3D1%23?show_password=true',
    );
  });

  it.each(['application/json', 'application/vnd.api+json; charset=utf-8', 'APPLICATION/JSON;charset=utf-8'])(
    'takes %s for JSON',
    async (type) => {
      const { itGlue } = scene(() => reply({ data: organizationRow('42') }, 200, { 'content-type': type }));
      expect(await itGlue.organization(access, organizationId('42'))).toMatchObject({ ok: true, value: { id: '42' } });
    },
  );

  it.each(['text/html', 'text/plain', 'application/jsonp', 'application/javascript', ''])(
    'takes %j for no IT Glue',
    async (type) => {
      const { itGlue } = scene(() => reply({ data: organizationRow('42') }, 200, { 'content-type': type }));
      expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({ code: 'not-it-glue' });
    },
  );
});

describe('a body', () => {
  const bytes = (body: BodyInit) => new Response(body, { headers: { 'content-type': 'application/json' } });

  it.each([
    ['cut short', '{"data":{"id":"4'],
    ['empty', ''],
    ['not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22])],
    ['UTF-8 that ends early', new Uint8Array([0x22, 0x61, 0x22, 0xe2, 0x82])],
  ])('that is %s is a bad response', async (_what, body) => {
    const { itGlue } = scene(() => bytes(body));
    expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({ code: 'bad-response' });
  });

  it('that is sound JSON but not UTF-8 is a bad response', async () => {
    const latin1 = Buffer.from(JSON.stringify({ data: organizationRow('42', { name: 'Zürich' }) }), 'latin1');
    const { itGlue } = scene(() => bytes(new Uint8Array(latin1)));
    expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({ code: 'bad-response' });
  });

  it('that is cut in the middle of a character is read whole', async () => {
    const whole = new TextEncoder().encode(JSON.stringify({ data: organizationRow('42', { name: 'Zürich ☃ 東京' }) }));
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const byte of whole) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const { itGlue } = scene(() => bytes(stream));
    expect(await itGlue.organization(access, organizationId('42'))).toMatchObject({ value: { name: 'Zürich ☃ 東京' } });
  });

  it('that does not end is left after the limit', async () => {
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
      });
    const { itGlue } = scene(() => bytes(endless()));
    expect(failureIn(await itGlue.organization(access, organizationId('42')))).toEqual({ code: 'bad-response' });
    expect(sent).toBeLessThan(3 * 1_048_576);
  });

  it('that breaks off is a network failure', async () => {
    const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const { itGlue } = scene(() => bytes(broken));
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual({ code: 'it-glue-down', status: 0 });
  });

  it('that never comes ends in a time-out after 15 s, and the request is aborted', async () => {
    vi.useFakeTimers();
    const { itGlue, requests } = scene(() => bytes(new ReadableStream()));
    const answer = itGlue.password(access, passwordId('5'));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(failureIn(await answer)).toEqual({ code: 'timeout' });
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(requests).toHaveLength(1);
  });
});
