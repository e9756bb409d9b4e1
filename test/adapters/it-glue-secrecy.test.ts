import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  access,
  organizationId,
  organizationRow,
  pageMeta,
  passwordId,
  passwordRow,
  reply,
  type Scene,
  scene,
  testKey,
} from './it-glue-scene.ts';

afterEach(() => void vi.restoreAllMocks());

const value = 'S3cret-value-that-must-not-leak';

/** Everything that can come out of the client, as a careless program would print it. */
async function printed({ itGlue }: Scene): Promise<string> {
  const answers = [
    await itGlue.organizations(access),
    await itGlue.organization(access, organizationId('7001')),
    await itGlue.passwords(access, organizationId('7001')),
    await itGlue.passwordSummary(access, passwordId('5')),
    await itGlue.password(access, passwordId('5')),
    await itGlue.probe(access),
  ];
  return answers
    .map((answer) => JSON.stringify(answer) + inspect(answer, { depth: 20, showHidden: true, getters: true }))
    .join('\n');
}

/** A server that gives back what it was sent, the key included. */
const echo = (status: number) => (request: Request) => {
  const sent = Object.fromEntries(request.headers);
  const detail = `${JSON.stringify(sent)} ${value}`;
  return reply({ errors: [{ status, title: detail, detail, source: { pointer: detail } }], data: detail }, status, {
    'x-echo': testKey,
  });
};

describe('the key', () => {
  it.each([200, 400, 401, 403, 404, 422, 429, 500, 504])(
    'is in nothing that comes out of status %i',
    async (status) => {
      const out = await printed(scene(echo(status)));
      expect(out).not.toContain(testKey);
      expect(out).not.toContain(value);
    },
  );

  it('is in nothing that comes out of a fetch that throws the request', async () => {
    const written = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    const out = await printed(
      scene((request) => {
        throw Object.assign(new TypeError(`failed with ${testKey}`), { request, headers: [...request.headers] });
      }),
    );
    expect(out).not.toContain(testKey);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
  });

  it('that no header can carry does not come out as an error either', async () => {
    const { Secret } = await import('../../src/domain/secret.ts');
    const odd = `${testKey}\u2603\n`;
    const { itGlue, requests } = scene(() => reply({}));
    const answer = await itGlue.organizations({ region: 'us', key: new Secret(odd) });
    expect(answer.ok).toBe(false);
    expect(inspect(answer)).not.toContain('ITG.');
    expect(requests).toHaveLength(0);
  });

  it('is in no address', async () => {
    const { itGlue, requests } = scene(() => reply({ data: [organizationRow('1')], meta: pageMeta(1, 1, 1) }));
    await itGlue.probe(access);
    await itGlue.passwords(access, organizationId('7001'));
    for (const { url } of requests) expect(decodeURIComponent(url)).not.toContain('ITG');
  });
});

describe('a password value', () => {
  it('comes out only where it was asked for, and does not print', async () => {
    const { itGlue } = scene(() => reply({ data: passwordRow('5', { password: value, notes: value }) }));
    const credential = await itGlue.password(access, passwordId('5'));
    expect(credential.ok && credential.value.value.expose()).toBe(value);
    expect(JSON.stringify(credential) + inspect(credential, { depth: 20, showHidden: true })).not.toContain(value);
  });

  it('is in no list, in whatever place a reply carries it', async () => {
    const leaky = passwordRow('5', {
      password: value,
      notes: value,
      'otp-secret': value,
      'autofill-selectors': value,
      relationships: { password: value },
    });
    const body = {
      data: [{ ...leaky, password: value, meta: { password: value } }],
      included: [leaky],
      meta: { password: value },
    };
    const answers = [await scene(() => reply(body)).itGlue.passwords(access, organizationId('7001'))];
    expect(answers[0]).toMatchObject({ ok: true, value: { rows: [{ id: '5' }] } });
    expect(JSON.stringify(answers) + inspect(answers, { depth: 20, showHidden: true })).not.toContain(value);
  });
});

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const sound: Json = JSON.parse(
  JSON.stringify({
    data: [passwordRow('1', { password: value, notes: value }), passwordRow('2', { password: value })],
    meta: pageMeta(1, 2, 4),
    links: { next: 'https://evil.example/' },
  }),
);

const names = [
  'id',
  'type',
  'data',
  'attributes',
  'meta',
  'next-page',
  'total-count',
  'name',
  'organization-id',
  '__proto__',
  'toString',
];
const strange: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(null, -1, 0, 1e308, 2 ** 53 + 2, '', 'NaN', '__proto__', [], {}, [[]], true),
  fc.dictionary(fc.constantFrom(...names), fc.jsonValue() as fc.Arbitrary<Json>) as fc.Arbitrary<Json>,
);

/** Puts `piece` somewhere into `json`, the place chosen by `path`. */
function mutated(json: Json, path: readonly number[], piece: Json): Json {
  const [here, ...rest] = path;
  if (here === undefined || json === null || typeof json !== 'object') return piece;
  if (Array.isArray(json)) {
    const at = here % Math.max(json.length, 1);
    return json.map((item: Json, index) => (index === at ? mutated(item, rest, piece) : item));
  }
  const keys = Object.keys(json);
  const chosen = keys[here % Math.max(keys.length, 1)];
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [key, key === chosen ? mutated(item, rest, piece) : item]),
  );
}

describe('whatever a reply holds', () => {
  const paths = fc.array(fc.nat({ max: 40 }), { maxLength: 4 });

  it('lists never throw, never hold a value and never hold another organization', async () => {
    await fc.assert(
      fc.asyncProperty(paths, strange, async (path, piece) => {
        const body = mutated(sound, path, piece);
        const list = await scene((_request, nth) => (nth > 3 ? reply({ data: [] }) : reply(body))).itGlue.passwords(
          access,
          organizationId('7001'),
        );
        expect(inspect(list, { depth: 20, showHidden: true })).not.toContain(value);
        if (list.ok)
          for (const row of list.value.rows)
            expect(row).toMatchObject({ organizationId: '7001', id: expect.stringMatching(/^[\w-]+$/) });
        else expect(list.failure.code).toBe('bad-response');
      }),
      { numRuns: 400 },
    );
  });

  it('a value comes only with the id that was asked for', async () => {
    const one = JSON.parse(JSON.stringify({ data: passwordRow('5', { password: value }) })) as Json;
    await fc.assert(
      fc.asyncProperty(paths, strange, async (path, piece) => {
        const answer = await scene(() => reply(mutated(one, path, piece))).itGlue.password(access, passwordId('5'));
        if (answer.ok) expect(answer.value.summary.id).toBe('5');
        else expect(JSON.stringify(answer)).not.toContain(value);
      }),
      { numRuns: 400 },
    );
  });

  it('bytes of any kind end in a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 200, max: 599 }), async (bytes, status) => {
        const empty = [204, 205, 304].includes(status);
        const headers = { 'content-type': 'application/json' };
        const { itGlue } = scene(() => new Response(empty ? null : new Uint8Array(bytes), { status, headers }));
        expect(await itGlue.passwordSummary(access, passwordId('5'))).toMatchObject({ ok: false });
      }),
      { numRuns: 200 },
    );
  });
});
