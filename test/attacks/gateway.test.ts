import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distFolder } from '../../scripts/dist-folder.ts';
import { gatewayVariable } from '../../scripts/gateway-of-build.ts';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import { createFakeItGlue, type FakeItGlue } from '../../src/demo/fake-it-glue.ts';
import type { BrowserKind } from '../browser/driver.ts';
import { browserKinds, type Desk, openDesk, optionsPath } from '../e2e/desk.ts';
import { holds } from '../e2e/page.ts';
import { person } from '../e2e/person.ts';
import { type NginxGateway, startNginxGateway } from './nginx-gateway.ts';

const northwind = 'Northwind Dental Group';
const contoso = 'Contoso Legal LLP';
const tokens = { admin: 'token-of-the-administrator', anna: 'token-of-anna', ben: 'token-of-ben' } as const;
const host = 'gateway.msp.example';
const portal = 'https://portal.northwind.example/';

function worldOf(fake: FakeItGlue) {
  const own = String(fake.organization(northwind).id);
  const other = String(fake.organization(contoso).id);
  const password = String(fake.password(northwind, 'Patient portal - front desk').id);
  const foreign = String(fake.password(contoso, 'Contoso admin center').id);
  const rules = {
    technicians: `"Bearer ${tokens.admin}" admin;\n"Bearer ${tokens.anna}" anna;\n"Bearer ${tokens.ben}" ben;\n`,
    // The administrator sees everything, Anna one organization and one of its passwords, Ben nothing.
    allowed: `"~^admin " 1;\n"anna organization:${own}" 1;\n"anna list:${own}" 1;\n"anna password:${password}" 1;\n`,
  };
  return { own, other, password, foreign, rules };
}

describe('SR-53: the gateway of docs/gateway', () => {
  const fake = createFakeItGlue();
  const world = worldOf(fake);
  let gateway: NginxGateway;
  beforeAll(async () => {
    gateway = await startNginxGateway(fake, world.rules);
  });
  afterAll(() => gateway?.close());

  const get = (path: string, token: string | null, init: RequestInit = {}) =>
    fetch(`${gateway.origin}/itglue${path}`, {
      ...init,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers },
    });
  const { own, other, password, foreign } = world;
  const list = (organization: string) => `/passwords?filter[organization_id]=${organization}&page[size]=50`;

  const matrix: readonly (readonly [string, string | null, number])[] = [
    [`/passwords/${password}?show_password=true`, null, 401],
    [`/passwords/${password}?show_password=true`, 'token-of-nobody', 401],
    [`/passwords/${password}?show_password=true`, tokens.ben, 403],
    [`/passwords/${password}?show_password=true`, tokens.anna, 200],
    [`/passwords/${password}?show_password=true`, tokens.admin, 200],
    [`/passwords/${foreign}?show_password=true`, tokens.anna, 403],
    [`/passwords/${foreign}?show_password=true`, tokens.admin, 200],
    [`/organizations/${own}`, tokens.anna, 200],
    [`/organizations/${other}`, tokens.anna, 403],
    [list(own), tokens.anna, 200],
    [list(own).replaceAll('[', '%5B').replaceAll(']', '%5D'), tokens.anna, 200],
    [list(other), tokens.anna, 403],
    [list(own), tokens.ben, 403],
    [`${list(own)}&filter[organization_id]=${other}`, tokens.anna, 403],
    [`${list(own)}&filter%5B%6Frganization_id%5D=${other}`, tokens.anna, 403],
    [`${list(own)}&include=passwords`, tokens.anna, 403],
    [`${list(own)}&show_password=true`, tokens.anna, 403],
    [`${list(own)}&show_password=true`, tokens.admin, 403],
    ['/passwords?show_password=true', tokens.admin, 403],
    ['/passwords?show_password=true', tokens.anna, 403],
    [`/passwords/${password}/`, tokens.anna, 403],
    [`/passwords/${password}/../${foreign}?show_password=true`, tokens.anna, 403],
    [`/passwords/%2e%2e/passwords/${foreign}`, tokens.anna, 403],
    [`/organizations/${own}/relationships/passwords/${foreign}`, tokens.anna, 403],
    ['/users', tokens.admin, 403],
    ['/users', tokens.anna, 403],
  ];
  it.each(matrix)('%s as %s: %i', async (path, token, status) => {
    const before = gateway.upstream.length;
    const answer = await get(path, token);
    await answer.text();
    expect(answer.status).toBe(status);
    expect(gateway.upstream.length - before).toBe(status === 200 ? 1 : 0);
  });

  it.each(['POST', 'PATCH', 'DELETE'])('%s changes nothing, whoever asks', async (method) => {
    const answer = await get(`/passwords/${password}`, tokens.admin, { method });
    expect([403, 405]).toContain(answer.status);
  });

  it.each(['/organizations?page[size]=1&page[number]=1', '/passwords?sort=id&page[size]=5'])(
    'a list of everything, %s, is empty for whoever may not see everything, and nobody is asked for it',
    async (path) => {
      const before = gateway.upstream.length;
      const empty = (await (await get(path, tokens.anna)).json()) as { data: unknown[] };
      expect(empty.data).toEqual([]);
      expect(gateway.upstream.length).toBe(before);
      const full = (await (await get(path, tokens.admin)).json()) as { data: unknown[] };
      expect(full.data.length).toBeGreaterThan(0);
    },
  );

  it('the key never comes back, and the token never goes on', async () => {
    const answer = await get(`/passwords/${password}?show_password=true`, tokens.anna, {
      headers: { 'x-api-key': 'of-the-client', cookie: 'a=b' },
    });
    expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain(demoKeys.full);
    const last = gateway.upstream.at(-1);
    expect(last?.headers['x-api-key']).toBe(demoKeys.full);
    expect(last?.headers).not.toHaveProperty('cookie');
    expect(JSON.stringify(last)).not.toContain(tokens.anna);
  });

  it.each([
    [401, 502],
    [403, 502],
    [422, 404],
    [500, 502],
    [429, 429],
  ] as const)('what IT Glue says with %i does not come back, though it may echo the key: %i', async (status, shown) => {
    const body = JSON.stringify({ errors: [{ detail: `x-api-key: ${demoKeys.full}` }] });
    fake.faults.add({ fault: { kind: 'status', status, body, headers: { 'retry-after': '7' } } });
    const answer = await get(`/passwords/${password}?show_password=true`, tokens.anna);
    fake.faults.clear();
    expect(answer.status).toBe(shown);
    expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain(demoKeys.full);
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '7' : null);
  });

  it('its log names the technician, and holds neither token nor key nor value', async () => {
    const value = fake.password(northwind, 'Patient portal - front desk').value ?? '';
    await get(`/passwords/${password}?show_password=true`, tokens.anna);
    const log = gateway.log();
    expect(log).toMatch(new RegExp(` anna GET \\S*/passwords/${password} password:${password} 200`));
    for (const secret of [...Object.values(tokens), demoKeys.full, value]) expect(log).not.toContain(secret);
  });
});

/** The extension as an MSP builds it for its gateway. */
function buildFor(kind: BrowserKind): string {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-gateway-build-'));
  const description = join(folder, 'gateway.json');
  writeFileSync(
    description,
    JSON.stringify({ endpoint: `https://${host}/itglue`, header: 'Authorization', scheme: 'Bearer' }),
  );
  const mode = kind === 'chromium' ? 'chrome' : 'firefox';
  const env = { ...process.env, NODE_ENV: 'production', [gatewayVariable]: description };
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn'],
    {
      env,
    },
  );
  rmSync(folder, { recursive: true, force: true });
  if (built.status !== 0) throw new Error(`The build for a gateway failed.\n${built.stdout}${built.stderr}`);
  return distFolder(mode, true);
}

describe.each(browserKinds)('SR-53: the build for a gateway, in %s', (kind) => {
  const fake = createFakeItGlue();
  const world = worldOf(fake);
  const passing: Request[] = [];
  let gateway: NginxGateway;
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    folder = buildFor(kind);
    gateway = await startNginxGateway(fake, world.rules);
    // TLS ends at the demo's port, as it would at a load balancer; what came is kept, and goes on to nginx.
    const site = {
      hosts: [host],
      handle: async (request: Request): Promise<Response> => {
        passing.push(request.clone());
        const { pathname, search } = new URL(request.url);
        const headers = new Headers(request.headers);
        for (const name of ['host', 'connection', 'accept-encoding']) headers.delete(name);
        const answer = await fetch(`${gateway.origin}${pathname}${search}`, { method: request.method, headers });
        return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
      },
    };
    const server = await startDemoServer({ fake, sites: [site] });
    desk = await openDesk(kind, { server, extension: folder });
  });
  afterAll(async () => {
    await desk?.close();
    await gateway?.close();
  });

  it('names the gateway alone, in its permissions and in the policy of its pages', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      readonly name: string;
      readonly host_permissions: readonly string[];
      readonly content_security_policy: { readonly extension_pages: string };
    };
    expect(manifest.host_permissions).toEqual([`https://${host}/*`]);
    expect(manifest.content_security_policy.extension_pages).toContain(`connect-src https://${host};`);
    expect(JSON.stringify(manifest)).not.toContain('itglue.com');
  });

  it('goes from a technician’s token to a filled page, and asks nobody else', async () => {
    await desk.ask('vault.create', { passphrase: 'meadow violet thunder' });
    const page = person(await desk.browser.openExtensionPage(`${optionsPath}#/keys/new`));
    await page.fill('Gateway token', tokens.ben.replace('ben', 'nobody'));
    await page.click('Test connection');
    await page.sees('does not accept the token');
    await page.fill('Gateway token', tokens.anna);
    await page.click('Save');
    await page.sees('Next: make a credential entry');
    const linked = await desk.linked({ host: 'portal.northwind.example' });
    const { tabId: _opened } = await desk.ask('session.launch', { entryId: linked.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
    await holds(tab, { password: linked.value });
    await tab.close();
  });

  it('says of a saved token which gateway has it, and names no region', async () => {
    const page = person(await desk.browser.openExtensionPage(`${optionsPath}#/keys`));
    await page.sees(`${host} · added`);
    await page.click('Open Gateway');
    await page.sees('Last success');
    expect(await page.says()).toContain(host);
    expect(await page.says()).not.toContain('United States');
  });

  it('is refused what the gateway does not allow, in words', async () => {
    const [key] = await desk.ask('apiKey.list', {});
    const list = { entryId: null, apiKeyId: key?.id as never, organizationId: world.other as never, refresh: true };
    expect(await desk.tryAsk('passwords.list', list)).toMatchObject({ failure: { code: 'gateway-refused' } });
  });

  it('sends no key of IT Glue, to nobody', () => {
    expect(passing.length).toBeGreaterThan(3);
    for (const { url, headers } of passing) {
      expect(headers.has('x-api-key')).toBe(false);
      expect(headers.get('authorization')).toMatch(/^Bearer token-of-/);
      expect(url.startsWith(`https://${host}/itglue/`)).toBe(true);
    }
    // What came to IT Glue came through the gateway, one for one.
    expect(fake.journal.entries).toHaveLength(gateway.upstream.length);
  });
});
