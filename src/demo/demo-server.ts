import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { demoGateway } from './demo-credentials.ts';
import { demoSites } from './demo-sites.ts';
import { createFakeItGlue, type FakeItGlue } from './fake-it-glue.ts';
import { apiHosts, placeOf } from './it-glue/hosts.ts';
import { ConnectionReset } from './it-glue/strike.ts';
import { loginCheck } from './login-check.ts';
import { openLoopbackPort } from './loopback-port.ts';
import { requestOf, sendResponse } from './node-exchange.ts';
import { makeServerCertificate } from './server-certificate.ts';
import { type Site, siteFor } from './site.ts';

export interface DemoServerSetup {
  readonly fake?: FakeItGlue;
  /** Served before the demo's own sites, which stay. */
  readonly sites?: readonly Site[];
  /** Default: a free one. */
  readonly port?: number;
}

/** One request that a site (not IT Glue) got. */
export interface SiteHit {
  readonly scheme: 'http' | 'https';
  /** With the port where it is not the scheme's own. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** With the question mark, or empty. */
  readonly search: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface DemoServer {
  /** On 127.0.0.1, for http and https alike. */
  readonly port: number;
  readonly fake: FakeItGlue;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** PEM of the authority that signed the certificate. */
  readonly authority: string;
  readonly requests: readonly SiteHit[];
  readonly close: () => Promise<void>;
}

const ownNames = [
  ...Object.values(apiHosts),
  '*.itglue.com',
  '*.eu.itglue.com',
  '*.au.itglue.com',
  demoGateway.host,
  'localhost',
  '127.0.0.1',
];

const namesOf = (sites: readonly Site[]): readonly string[] => [
  ...new Set([...ownNames, ...sites.flatMap(({ hosts }) => hosts.map((host) => host.replace(/:(\*|\d+)$/, '')))]),
];

async function hitOf(request: Request): Promise<SiteHit> {
  const { protocol, host, pathname, search } = new URL(request.url);
  return {
    scheme: protocol === 'http:' ? 'http' : 'https',
    host,
    method: request.method,
    path: pathname,
    search,
    body: await request.clone().text(),
    headers: Object.fromEntries(request.headers),
  };
}

const unknownHost = (): Response => new Response('No demo site has this name.', { status: 421 });

/** The request is for IT Glue, for a site, or for nobody: browsers also ask for things of their own. */
async function answer(request: Request, fake: FakeItGlue, sites: readonly Site[], hits: SiteHit[]): Promise<Response> {
  const url = new URL(request.url);
  const site = siteFor(sites, url);
  if (site === null) return placeOf(url.hostname) === null ? unknownHost() : fake.handle(request);
  hits.push(await hitOf(request));
  return site.handle(request);
}

type Answer = (request: Request) => Promise<Response>;

async function exchange(
  message: IncomingMessage,
  to: ServerResponse,
  scheme: 'http' | 'https',
  answered: Answer,
): Promise<void> {
  const gone = new AbortController();
  to.once('close', () => gone.abort());
  try {
    const request = await requestOf(message, scheme, gone.signal);
    await sendResponse(message, to, request === null ? unknownHost() : await answered(request));
  } catch (reason) {
    if (to.headersSent || gone.signal.aborted || reason instanceof ConnectionReset)
      return void message.socket.destroy();
    to.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`A demo site failed: ${String(reason)}`);
  }
}

/** IT Glue and the demo sites behind one loopback port, told apart by the Host header. */
export async function startDemoServer({
  fake = createFakeItGlue(),
  sites = [],
  port = 0,
}: DemoServerSetup = {}): Promise<DemoServer> {
  const served = [...sites, ...demoSites(loginCheck(fake))];
  const requests: SiteHit[] = [];
  const identity = await makeServerCertificate(namesOf(served));
  const listener =
    (scheme: 'http' | 'https'): RequestListener =>
    (message, to) =>
      void exchange(message, to, scheme, (request) => answer(request, fake, served, requests));
  const open = await openLoopbackPort(port, identity, { http: listener('http'), https: listener('https') });
  const { spki, authority } = identity;
  return { port: open.port, fake, spki, authority, requests, close: open.close };
}
