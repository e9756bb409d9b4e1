import { describe, expect, it } from 'vitest';
import { type DemoKeyAlias, demoGateway, demoKeyAliases, demoKeys } from '../../src/demo/demo-credentials.ts';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { ask, linksOf, metaOf, rowOf, rowsOf } from './scene.ts';

const hosts = { us: 'api.itglue.com', eu: 'api.eu.itglue.com', au: 'api.au.itglue.com' } as const;

describe('the three tenants', () => {
  const fake = createFakeItGlue();
  const owners: readonly (readonly [DemoKeyAlias, string])[] = [
    ['full', hosts.us],
    ['eu', hosts.eu],
    ['au', hosts.au],
  ];

  it.each(owners)('the key %s is known at %s and nowhere else', async (key, own) => {
    for (const host of Object.values(hosts)) {
      expect((await ask(fake, '/organizations?page[size]=1', { key, host })).status).toBe(host === own ? 200 : 403);
    }
  });

  it('US ids have 7 and 8 digits, those of the others 16', async () => {
    const digits = async (key: DemoKeyAlias, host: string, path: string) =>
      rowsOf(await ask(fake, path, { key, host })).map(({ id }) => id.length);
    expect(new Set(await digits('full', hosts.us, '/organizations?page[size]=1000'))).toEqual(new Set([7]));
    expect(new Set(await digits('full', hosts.us, '/passwords?page[size]=1000'))).toEqual(new Set([8]));
    for (const [key, host] of [['eu', hosts.eu] as const, ['au', hosts.au] as const]) {
      expect(new Set(await digits(key, host, '/organizations?page[size]=1000'))).toEqual(new Set([16]));
      expect(new Set(await digits(key, host, '/passwords?page[size]=1000'))).toEqual(new Set([16]));
    }
  });

  it('an id of another tenant is not told from one that does not exist', async () => {
    const [foreign] = [...fake.tenant('eu').passwords.keys()];
    const [elsewhere, nowhere] = [await ask(fake, `/passwords/${foreign}`), await ask(fake, '/passwords/999')];
    expect(elsewhere.status).toBe(401);
    expect(elsewhere.text).toBe(nowhere.text);
    expect(elsewhere.text).toBe(
      '{"errors":[{"status":401,"title":"Unauthorized","detail":"Unauthorized resource access","source":{"pointer":"id"}}]}',
    );
  });
});

describe('keys', () => {
  it('have the shape of real ones and say that they are not', () => {
    for (const alias of demoKeyAliases) {
      expect(demoKeys[alias]).toMatch(/^ITG\.de30[0-9a-f]{28}\.[\w-]{64}$/);
      expect(demoKeys[alias]).toContain('demo-only_not-a-secret');
    }
  });

  it.each(['revoked', 'paused', 'ITG.unknown', null] as const)('%s is refused', async (key) => {
    const answer = await ask(createFakeItGlue(), '/organizations', { key });
    expect(answer.status).toBe(403);
    expect(answer.text).toBe('{"message":"Forbidden"}');
  });

  it('a refusal may be empty or HTML', async () => {
    const fake = createFakeItGlue({ forbiddenBody: 'empty' });
    expect((await ask(fake, '/organizations', { key: null })).text).toBe('');
    fake.options.forbiddenBody = 'html';
    const html = await ask(fake, '/organizations', { key: null });
    expect([html.status, html.type]).toEqual([403, 'text/html; charset=utf-8']);
  });

  it('a revoked key may get 401 instead', async () => {
    const fake = createFakeItGlue({ revokedStatus: 401 });
    expect((await ask(fake, '/organizations', { key: 'revoked' })).status).toBe(401);
    expect((await ask(fake, '/organizations', { key: 'paused' })).status).toBe(403);
  });

  it('outside the IP allow-list every key gets the Forbidden page', async () => {
    const answer = await ask(createFakeItGlue({ ipBlocked: true }), '/organizations');
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<h1>403 Forbidden</h1>');
  });
});

describe('other doors', () => {
  const { host, prefix, code } = demoGateway;
  const through = (path: string, query: string, key: DemoKeyAlias | null = 'gateway', fake = createFakeItGlue()) =>
    ask(fake, `${prefix}${path}?${query}`, { host, key });

  it('the gateway takes its own key with its code, and its links point around it', async () => {
    const answer = await through('/organizations', `code=${code}&page[size]=2`);
    expect(answer.status).toBe(200);
    expect(linksOf(answer).next).toBe('https://api.itglue.com/organizations?page%5Bnumber%5D=2&page%5Bsize%5D=2');
  });

  it('the gateway also takes the path in ResourceURI', async () => {
    const answer = await through('', `code=${code}&ResourceURI=/organizations&page[size]=3`);
    expect(rowsOf(answer)).toHaveLength(3);
  });

  it.each(['code=wrong', ''])('the gateway refuses %j', async (query) => {
    expect((await through('/organizations', query)).status).toBe(401);
  });

  it('the gateway lets only its organizations through', async () => {
    const fake = createFakeItGlue();
    const { id } = fake.organization(northwind);
    const own = fake.password(northwind, 'Reception printer').id;
    const foreign = fake.password('Contoso Legal LLP', 'Contoso admin center').id;
    fake.options.gatewayOrganizations = [id];
    expect(metaOf(await through('/organizations', `code=${code}`, 'gateway', fake))['total-count']).toBe(1);
    expect(rowOf(await through(`/passwords/${own}`, `code=${code}`, 'gateway', fake)).id).toBe(own);
    expect((await through(`/passwords/${foreign}`, `code=${code}`, 'gateway', fake)).status).toBe(401);
    expect((await ask(fake, `/passwords/${foreign}`)).status).toBe(200);
  });

  it('the gateway key opens no other door', async () => {
    expect((await ask(createFakeItGlue(), '/organizations', { key: 'gateway' })).status).toBe(403);
  });

  it.each(['acme.itglue.com', 'acme.eu.itglue.com', 'itglue.com'])('%s is the web UI: 200 with HTML', async (web) => {
    const answer = await ask(createFakeItGlue(), '/organizations', { host: web });
    expect([answer.status, answer.type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('<form action="/login"');
  });

  it('a host of somebody else is not answered for', async () => {
    expect((await ask(createFakeItGlue(), '/organizations', { host: 'api.itglue.com.evil.test' })).status).toBe(421);
  });

  it.each([404, 403] as const)('no page may ask: no CORS headers, and OPTIONS gets %i', async (optionsStatus) => {
    const fake = createFakeItGlue({ optionsStatus });
    const headers = { origin: 'https://evil.test', 'x-api-key': demoKeys.full };
    const preflight = await ask(fake, '/organizations', { init: { method: 'OPTIONS', headers } });
    const plain = await ask(fake, '/organizations', { init: { headers } });
    expect([preflight.status, plain.status]).toEqual([optionsStatus, 200]);
    for (const answer of [preflight, plain]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
