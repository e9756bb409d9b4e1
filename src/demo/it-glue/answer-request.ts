import type { Clock } from '../clock.ts';
import type { PasswordRecord, Tenant, TenantName } from '../data/records.ts';
import { admitted } from './admission.ts';
import type { FakeOptions } from './fake-options.ts';
import { pathThroughGateway, throughWhiteList } from './gateway.ts';
import { placeOf } from './hosts.ts';
import { signInPage } from './html-pages.ts';
import type { Journal, JournalEntry } from './journal.ts';
import type { ApiKeyRecord } from './key-ring.ts';
import { Query } from './query.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { apiError, empty, html, notFound } from './replies.ts';
import { answerRoute } from './routes.ts';

/** All that an answer depends on besides the request. */
export interface AnswerWorld {
  readonly options: FakeOptions;
  readonly keys: readonly ApiKeyRecord[];
  readonly clock: Clock;
  readonly journal: Journal;
  readonly limiter: RateLimiter;
  readonly tenant: (name: TenantName) => Tenant;
}

const redirect = (to: string, status: number): Response => new Response(null, { status, headers: { location: to } });

const jsonApiType = /^application\/vnd\.api\+json\b/;

/** Nothing is ever written through this fake: other verbs are refused, the way the real service words it. */
function refusedVerb(request: Request, { options }: AnswerWorld): Response | null {
  if (request.method === 'GET') return null;
  if (request.body !== null && !jsonApiType.test(request.headers.get('content-type') ?? '')) {
    return apiError({ status: 415, title: 'Unsupported Media Type' }, options.errors);
  }
  return notFound();
}

/** What is asked of which tenant, by which way. */
interface Question {
  readonly tenant: TenantName;
  readonly path: string;
  readonly atGateway: boolean;
}

function answerApi(request: Request, entry: JournalEntry, world: AnswerWorld, question: Question): Response {
  const { options, keys, clock, journal, limiter } = world;
  const { tenant, path, atGateway } = question;
  const url = new URL(request.url);
  const key = admitted(request.headers.get('x-api-key'), tenant, atGateway, keys, options);
  if (key instanceof Response) return key;
  const limited = limiter.check(key.alias, options.rateLimit, clock.now());
  const refused = limited ?? refusedVerb(request, world);
  if (refused !== null) return refused;
  const reveal = ({ id: passwordId, organizationId }: PasswordRecord): void =>
    journal.revealed({ time: clock.now(), passwordId, organizationId, keyAlias: key.alias, request: entry.number });
  return answerRoute({
    tenant: throughWhiteList(world.tenant(tenant), atGateway ? options.gatewayOrganizations : null),
    key,
    path,
    query: new Query(url.searchParams),
    search: url.searchParams,
    options,
    submitted: `${url.pathname}${url.search} x-api-key: ${key.key}`,
    reveal,
  });
}

/** The answer of the host that is asked; 421 where it is none of IT Glue's. */
export function answerRequest(request: Request, entry: JournalEntry, world: AnswerWorld): Response {
  const url = new URL(request.url);
  const place = placeOf(url.hostname);
  if (place === null) return new Response('Misdirected request.', { status: 421 });
  if (url.protocol === 'http:') return redirect(request.url.replace(/^http:/, 'https:'), 301);
  if (place.kind === 'web') return html(signInPage);
  if (request.method === 'OPTIONS') return empty(world.options.optionsStatus);
  if (url.pathname === '/redirect-loop') return redirect('/redirect-loop', 302);
  if (place.kind === 'api')
    return answerApi(request, entry, world, { tenant: place.tenant, path: url.pathname, atGateway: false });
  const path = pathThroughGateway(url);
  return path === null ? empty(401) : answerApi(request, entry, world, { tenant: 'us', path, atGateway: true });
}
