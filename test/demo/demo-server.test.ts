import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConnectProxy, startConnectProxy } from '../../src/demo/connect-proxy.ts';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { demoLogins, northwind } from '../../src/demo/demo-logins.ts';
import { type DemoServer, startDemoServer } from '../../src/demo/demo-server.ts';
import type { Site } from '../../src/demo/site.ts';

interface Wire {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

const hostile: Site = {
  hosts: ['*.evil.test', 'odd.evil.test:*'],
  handle: (request) => {
    if (request.url.endsWith('/broken')) throw new Error('a mistake of the test');
    return new Response(`evil at ${request.url}`, { headers: { 'content-type': 'text/html' } });
  },
};

let server: DemoServer;
let proxy: ConnectProxy;

beforeAll(async () => {
  server = await startDemoServer({ sites: [hostile] });
  proxy = await startConnectProxy(server.port);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

/** Goes to the loopback port whatever the address says, as the mapped browsers do. */
function wire(
  address: string,
  { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
): Promise<Wire> {
  const url = new URL(address);
  const secure = url.protocol === 'https:';
  const options = {
    host: '127.0.0.1',
    port: server.port,
    path: url.pathname + url.search,
    method: body === undefined ? 'GET' : 'POST',
    headers: { host: url.host, connection: 'close', ...headers },
    ...(secure ? { ca: server.authority, servername: url.hostname } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(options, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const key = { 'x-api-key': demoKeys.full };

describe('the one port', () => {
  it('answers for IT Glue over TLS, with a certificate that its authority vouches for', async () => {
    const reply = await wire('https://api.itglue.com/organizations?page[size]=1', { headers: key });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body.toString())).toMatchObject({ data: [{ type: 'organizations' }] });
    expect(server.fake.journal.entries.at(-1)).toMatchObject({
      host: 'api.itglue.com',
      scheme: 'https',
      keyAlias: 'full',
    });
  });

  it('speaks http/1.1 and has the announced public key', async () => {
    const socket = tls.connect({
      host: '127.0.0.1',
      port: server.port,
      ca: server.authority,
      servername: 'api.eu.itglue.com',
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    expect([socket.authorized, socket.alpnProtocol]).toEqual([true, 'http/1.1']);
    expect(server.spki).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    socket.destroy();
  });

  it('compresses for those who accept it', async () => {
    const address = 'https://api.itglue.com/passwords?page[size]=200';
    const plain = await wire(address, { headers: key });
    const small = await wire(address, { headers: { ...key, 'accept-encoding': 'gzip, br' } });
    expect([plain.headers['content-encoding'], small.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(small.body).equals(plain.body)).toBe(true);
    expect(small.body.length).toBeLessThan(plain.body.length / 5);
  });

  it('sends plain http for IT Glue to https', async () => {
    const reply = await wire('http://api.itglue.com/organizations', { headers: key });
    expect([reply.status, reply.headers.location]).toEqual([301, 'https://api.itglue.com/organizations']);
  });

  it('really cuts the connection on a reset, before and within the body', async () => {
    for (const kind of ['reset', 'cut-body'] as const) {
      const end = server.fake.faults.add({ fault: { kind } });
      await expect(wire('https://api.itglue.com/passwords?page[size]=500', { headers: key })).rejects.toThrow(
        /hang up|aborted|ECONNRESET/,
      );
      end();
    }
  });

  it('knows no other host', async () => {
    expect((await wire('http://update.browser.test/')).status).toBe(421);
    expect((await wire('https://firewall.northwind.example/')).status).toBe(421);
  });
});

describe('sites of a test', () => {
  it('are served by host and port, and every hit is logged', async () => {
    expect((await wire('https://login.evil.test/a?b=c')).body.toString()).toBe('evil at https://login.evil.test/a?b=c');
    expect((await wire('http://odd.evil.test:8080/', { body: 'x=1' })).body.toString()).toBe(
      'evil at http://odd.evil.test:8080/',
    );
    expect(server.requests.filter(({ host }) => host.includes('evil.test'))).toMatchObject([
      { scheme: 'https', host: 'login.evil.test', method: 'GET', path: '/a', search: '?b=c', body: '' },
      { scheme: 'http', host: 'odd.evil.test:8080', method: 'POST', path: '/', body: 'x=1' },
    ]);
  });

  it('that fail say so', async () => {
    const reply = await wire('https://login.evil.test/broken');
    expect([reply.status, reply.body.toString()]).toEqual([500, 'A demo site failed: Error: a mistake of the test']);
  });
});

const form = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
const login = (name: string) => {
  const found = demoLogins.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No demo login ${name}`);
  return { ...found, username: found.username ?? '' };
};

describe('the demo sites', () => {
  it.each([
    ['Patient portal - front desk', 'https://portal.northwind.example/login', 'username', 'password'],
    ['FW-NWD-01 firewall admin', 'https://firewall.northwind.example:8443/login', 'username', 'secretkey'],
    ['NAS-NWD-01 (X-ray archive)', 'http://nas.northwind.example/login', 'user', 'passwd'],
    ['Reception printer', 'http://192.168.20.5/login', 'UserID', 'Password'],
    ['Door controller PIN page', 'https://vault-only.northwind.example/login', null, 'password'],
    ['Appointment scheduler', 'https://scheduler.northwind.example/session', 'user', 'pass'],
    ['Document management - partner', 'https://login.contoso.example/password', 'loginfmt', 'passwd'],
  ])('%s signs in, and only with its password', async (name, address, userField, passwordField) => {
    const { username, password, person } = login(name);
    const fields = (value: string) =>
      form({ ...(userField === null ? {} : { [userField]: username }), [passwordField]: value });
    const [right, wrong] = [await wire(address, fields(password)), await wire(address, fields(`${password}x`))];
    expect([right.status, wrong.status]).toEqual([200, 401]);
    expect(right.body.toString()).toContain(`Welcome, ${person}`);
    expect(wrong.body.toString()).toContain('role="alert"');
    expect(wrong.body.toString()).not.toContain('Welcome,');
  });

  it('a password that was changed in IT Glue is the one that counts', async () => {
    const { id } = server.fake.password(northwind, 'Reception printer');
    const old = login('Reception printer').password;
    const attempt = async (password: string) =>
      (await wire('http://192.168.20.5/login', form({ UserID: 'admin', Password: password }))).status;
    server.fake.mutate.setValue(id, 'brand new');
    expect([await attempt(old), await attempt('brand new')]).toEqual([401, 200]);
    server.fake.mutate.setValue(id, old);
  });

  it('Contoso asks for the user name first and comes back to where it was asked from', async () => {
    const { username, password } = login('Contoso admin center');
    const sent = await wire('https://admin.contoso.example/');
    expect(sent.status).toBe(302);
    expect(sent.headers.location).toMatch(/^https:\/\/login\.contoso\.example\//);
    const back = new URL(String(sent.headers.location)).searchParams.get('back') ?? '';
    const first = (await wire(String(sent.headers.location))).body.toString();
    expect([first.includes('name="loginfmt"'), first.includes('type="password"')]).toEqual([true, false]);
    const next = await wire('https://login.contoso.example/username', form({ loginfmt: username, back }));
    expect([next.status, next.headers.location?.startsWith('/password?')]).toEqual([303, true]);
    const second = (await wire(`https://login.contoso.example${next.headers.location}`)).body.toString();
    expect([second.includes(username), second.includes('type="password"')]).toEqual([true, true]);
    const done = await wire(
      'https://login.contoso.example/password',
      form({ loginfmt: username, passwd: password, back }),
    );
    expect(done.headers.location).toBe(
      `https://admin.contoso.example/signed-in?username=${encodeURIComponent(username)}`,
    );
    expect((await wire(String(done.headers.location))).body.toString()).toContain('Welcome, IT Administrator');
  });

  it('Contoso sends nobody to a stranger', async () => {
    const { username, password } = login('Document management - partner');
    const done = await wire(
      'https://login.contoso.example/password',
      form({ loginfmt: username, passwd: password, back: 'https://evil.test/' }),
    );
    expect([done.status, done.headers.location]).toEqual([200, undefined]);
  });

  it('Fabrikam is one document that posts JSON', async () => {
    const { username, password } = login('Production planning');
    expect((await wire('https://signin.fabrikam.example/')).body.toString()).not.toContain('<form');
    const post = (value: string) =>
      wire('https://signin.fabrikam.example/api/session', { body: JSON.stringify({ username, password: value }) });
    expect(JSON.parse((await post(password)).body.toString())).toEqual({ person: 'Production Planner' });
    expect((await post('wrong')).status).toBe(401);
  });

  it('a name that is typed comes back as text, never as markup', async () => {
    const typed = '"><script>alert(1)</script>';
    const page = await wire(`https://login.contoso.example/password?${new URLSearchParams({ username: typed })}`);
    expect(page.body.toString()).toContain('&lt;script&gt;alert(1)');
    expect(page.body.toString()).not.toContain('<script>alert(1)');
  });

  it('the welcome page has all there is to paste, and loads nothing from elsewhere', async () => {
    const page = (await wire('https://welcome.linked-vault.example/')).body.toString();
    for (const text of ['harbor copper lantern ninety orchard', demoKeys.full, 'Patient portal - front desk'])
      expect(page).toContain(text);
    const asked = [...page.matchAll(/<a href="([^"]+)"/g)].map((found) => String(found[1]));
    expect(asked.length).toBeGreaterThanOrEqual(9);
    for (const address of asked) expect((await wire(address)).status).toBeLessThan(400);
    expect(page).not.toMatch(/<(script|img|iframe)[^>]+src=|<link[^>]+href="(?!data:)|url\(|@import/);
  });

  it.each(['portal.northwind.example', 'signin.fabrikam.example', 'welcome.linked-vault.example'])(
    '%s sends plain http to https',
    async (host) => {
      const reply = await wire(`http://${host}/x`);
      expect([reply.status, reply.headers.location]).toEqual([301, `https://${host}/x`]);
    },
  );
});

describe('the proxy', () => {
  it('passes plain http on with the host that was meant, bodies included', async () => {
    const reply = await new Promise<string>((resolve, reject) => {
      const { body, headers } = form({ user: 'nasadmin', passwd: 'Radiant Film 2207' });
      const options = {
        host: '127.0.0.1',
        port: proxy.port,
        method: 'POST',
        path: 'http://nas.northwind.example/login',
        headers,
      };
      const request = http.request(options, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        answer.on('end', () => resolve(text));
      });
      request.on('error', reject);
      request.end(body);
    });
    expect(reply).toContain('Welcome, nasadmin');
    expect(server.requests.at(-1)).toMatchObject({ scheme: 'http', host: 'nas.northwind.example', method: 'POST' });
  });

  it('tunnels TLS for any host and port to the one port', async () => {
    const socket = await new Promise<import('node:net').Socket>((resolve, reject) => {
      const request = http.request({
        host: '127.0.0.1',
        port: proxy.port,
        method: 'CONNECT',
        path: 'firewall.northwind.example:8443',
      });
      request.on('connect', (_reply, found) => resolve(found));
      request.on('error', reject);
      request.end();
    });
    const text = await new Promise<string>((resolve, reject) => {
      const secure = tls.connect({ socket, ca: server.authority, servername: 'firewall.northwind.example' });
      let seen = '';
      secure.on('data', (chunk: Buffer) => {
        seen += chunk.toString();
      });
      secure.on('error', reject).on('close', () => resolve(seen));
      secure.write('GET / HTTP/1.1\r\nHost: firewall.northwind.example:8443\r\nConnection: close\r\n\r\n');
    });
    expect(text).toContain('FW-NWD-01');
    expect(proxy.tunnels).toEqual(['firewall.northwind.example:8443']);
  });
});
