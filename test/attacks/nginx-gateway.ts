import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import type { FakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { requestOf, sendResponse } from '../../src/demo/node-exchange.ts';
import { until } from '../browser/until.ts';

/** Where Debian puts it, and whatever the path of this process finds. */
const programs = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];

/** nginx, installed as root on Debian where it is missing. Throws one sentence that says what to do otherwise. */
function nginxProgram(): string {
  const found = () => programs.find((path) => existsSync(path));
  if (found() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { env });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], { env });
  }
  const program = found();
  if (program === undefined) throw new Error('No nginx found: install it (Debian: sudo apt-get install nginx-light).');
  return program;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createNetServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Everything that came from the gateway, with the key that was in its header. */
export interface Upstream {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface NginxGateway {
  /** Plain http on loopback; whoever speaks TLS stands before it. */
  readonly origin: string;
  readonly upstream: readonly Upstream[];
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

export interface GatewayRules {
  /** Lines of `technicians.map` and `allowed.map`. */
  readonly technicians: string;
  readonly allowed: string;
}

/** IT Glue for the gateway alone: plain http, since the way to it is the same machine. */
async function upstreamOf(fake: FakeItGlue, seen: Upstream[]) {
  const server = createServer(async (message, to) => {
    const request = await requestOf(message, 'https', new AbortController().signal);
    if (request === null) return void to.writeHead(400).end();
    const { pathname, search } = new URL(request.url);
    const url = `https://api.itglue.com${pathname}${search}`;
    seen.push({ url, headers: Object.fromEntries(request.headers) });
    await sendResponse(message, to, await fake.handle(new Request(url, request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** How often a port is tried: between being found free and being taken, another program may take it. */
const starts = 3;

/** The configuration of `docs/gateway`, with its paths and places on this machine in the places that it names. */
export async function startNginxGateway(fake: FakeItGlue, rules: GatewayRules): Promise<NginxGateway> {
  for (let start = 1; ; start += 1) {
    try {
      return await startOnce(fake, rules);
    } catch (error) {
      if (start === starts) throw error;
    }
  }
}

async function startOnce(fake: FakeItGlue, rules: GatewayRules): Promise<NginxGateway> {
  const program = nginxProgram();
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-gateway-'));
  const own = join(folder, 'linked-vault');
  mkdirSync(own);
  const seen: Upstream[] = [];
  const upstream = await upstreamOf(fake, seen);
  const port = await freePort();
  const configuration = readFileSync('docs/gateway/linked-vault-gateway.conf', 'utf8')
    .replaceAll('/etc/nginx/linked-vault/', `${own}/`)
    .replaceAll('/var/log/nginx/', `${folder}/`);
  const files: Readonly<Record<string, string>> = {
    'technicians.map': rules.technicians,
    'allowed.map': rules.allowed,
    'key.conf': `proxy_set_header x-api-key "${demoKeys.full}";`,
    'listen.conf': `listen 127.0.0.1:${port};`,
    'upstream.conf': `proxy_pass http://127.0.0.1:${upstream.port};`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const main = `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
${temporary}
${configuration}
}`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  const server = spawn(program, ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const close = async () => {
    server.kill();
    await ended;
    upstream.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  const answers = until('the gateway', () => fetch(origin).then(Boolean, () => false));
  const gone = ended.then(() => Promise.reject(new Error('It ended.')));
  await Promise.race([answers, gone]).catch(async (reason: unknown) => {
    const said = existsSync(join(folder, 'error.log')) ? readFileSync(join(folder, 'error.log'), 'utf8') : '';
    answers.catch(() => undefined);
    await close();
    throw new Error(`nginx did not start: ${said}`, { cause: reason });
  });
  gone.catch(() => undefined);
  return {
    origin,
    upstream: seen,
    log: () => readFileSync(join(folder, 'linked-vault.log'), 'utf8'),
    close,
  };
}
