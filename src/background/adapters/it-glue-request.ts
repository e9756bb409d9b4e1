import ky from 'ky';
import { addressOf, originOf } from '../../domain/endpoint.ts';
import { gateway } from '../../domain/gateway.ts';
import { refusalStatuses } from '../../domain/key-health.ts';
import type { ItGlueAccess } from '../ports.ts';
import { type BodyReply, readJson } from './it-glue-body.ts';
import { ownRefusal } from './request-budget.ts';

export type Fetch = typeof globalThis.fetch;

export interface Question {
  /** Path and query, built here and never taken from a reply. */
  readonly path: string;
  readonly timeoutMs: number;
  readonly limitBytes: number;
}

/** Why nothing usable came. `redirect` and `foreign`: not from the host that was asked. */
export type Trouble = 'network' | 'timeout' | 'redirect' | 'foreign' | 'not-json' | 'malformed';

/** What came back. Only the body of a 200 gets past this file: error texts may echo what was sent. */
export type Reply =
  | BodyReply
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: string | null }
  | { readonly kind: Trouble };

const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** Whether the host that was asked is the one that answered. A reply made in this process has no address. */
function troubleOfOrigin(response: Response, origin: string): Trouble | null {
  if (response.redirected || (response.status >= 300 && response.status < 400) || response.type === 'opaqueredirect')
    return 'redirect';
  if (response.url === '') return response.type === 'default' ? null : 'foreign';
  return new URL(response.url).origin === origin ? null : 'foreign';
}

async function readReply(response: Response, origin: string, limitBytes: number): Promise<Reply> {
  const trouble = troubleOfOrigin(response, origin);
  const json = jsonType.test(response.headers.get('content-type') ?? '');
  if (trouble === null && response.status === 200 && json && response.body !== null) {
    return readJson(response.body, limitBytes);
  }
  void response.body?.cancel().catch(() => undefined);
  if (trouble !== null) return { kind: trouble };
  if (response.status !== 200)
    return { kind: 'status', status: response.status, retryAfter: response.headers.get('retry-after') };
  return { kind: json ? 'malformed' : 'not-json' };
}

/** The header that carries the key, or behind a gateway a technician's token. */
function keyHeader({ key }: ItGlueAccess): Readonly<Record<string, string>> {
  if (gateway === null) return { 'x-api-key': key.expose() };
  const { header, scheme } = gateway;
  return { [header]: scheme === '' ? key.expose() : `${scheme} ${key.expose()}` };
}

/** The one request, and the one place where the API key goes into a header. */
async function exchange(fetch: Fetch, access: ItGlueAccess, question: Question, signal: AbortSignal): Promise<Reply> {
  const response = await ky(addressOf(access.region, question.path), {
    fetch,
    method: 'get',
    headers: { accept: 'application/vnd.api+json', ...keyHeader(access) },
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    mode: 'cors',
    keepalive: false,
    retry: 0,
    throwHttpErrors: false,
    timeout: false,
    signal,
  });
  const refusal = refusalStatuses.find((status) => status === response.status);
  if (refusal !== undefined && response.statusText !== ownRefusal) access.refused?.(refusal);
  return readReply(response, originOf(access.region), question.limitBytes);
}

/** Asks IT Glue once. Never throws: what ky throws holds the request with its key, so it ends here. */
export async function ask(fetch: Fetch, access: ItGlueAccess, question: Question): Promise<Reply> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      abort.abort();
    }, question.timeoutMs);
  });
  try {
    return await Promise.race([exchange(fetch, access, question, abort.signal), timeUp]);
  } catch {
    return { kind: 'network' };
  } finally {
    clearTimeout(timer);
  }
}
