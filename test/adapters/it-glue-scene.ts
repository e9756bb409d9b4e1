import { createItGlue } from '../../src/background/adapters/it-glue.ts';
import type { ItGlue, ItGlueAccess } from '../../src/background/ports.ts';
import { asId } from '../../src/domain/ids.ts';
import { Secret } from '../../src/domain/secret.ts';

/** Shaped like a key, made up for tests. */
export const testKey = 'ITG.0123456789abcdef0123456789abcdef.test-only_NOT-a-key_0123456789';
export const access: ItGlueAccess = { region: 'eu', key: new Secret(testKey) };
export const now = Date.UTC(2026, 10, 9, 12, 0, 0);

export const passwordId = asId<'password'>;
export const organizationId = asId<'organization'>;

type Attributes = Readonly<Record<string, unknown>>;

export const passwordRow = (id: unknown, attributes: Attributes = {}) => ({
  id,
  type: 'passwords',
  attributes: {
    'organization-id': 7001,
    'organization-name': 'Northwind Dental',
    'resource-url': `https://acme.eu.itglue.com/7001/passwords/${String(id)}`,
    restricted: false,
    'my-glue': false,
    name: `Password ${String(id)}`,
    'autofill-selectors': null,
    username: 'admin@northwind.example',
    url: 'https://login.example/',
    notes: null,
    'password-updated-at': '2026-01-02T03:04:05.000Z',
    'cached-resource-name': null,
    'password-category-name': 'Cloud',
    'created-at': '2020-01-02T03:04:05.000Z',
    'updated-at': '2026-01-02T03:04:05.000Z',
    'otp-enabled': false,
    'vault-id': null,
    archived: false,
    ...attributes,
  },
  relationships: {},
});

export const organizationRow = (id: unknown, attributes: Attributes = {}) => ({
  id,
  type: 'organizations',
  attributes: {
    name: `Organization ${String(id)}`,
    'short-name': null,
    'organization-status-name': 'Active',
    'parent-id': null,
    'ancestor-ids': null,
    logo: '',
    ...attributes,
  },
});

export const pageMeta = (number: number, pages: number, total: number) => ({
  'current-page': number,
  'next-page': number < pages ? number + 1 : null,
  'prev-page': number > 1 ? number - 1 : null,
  'total-pages': pages,
  'total-count': total,
  filters: {},
});

const jsonApi = 'application/vnd.api+json; charset=utf-8';

export const reply = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': jsonApi, ...headers } });

export const html = (status: number): Response =>
  new Response('<!doctype html><title>not json</title>', { status, headers: { 'content-type': 'text/html' } });

/** One page of rows out of many, as IT Glue cuts it. */
export function pageOf(rows: readonly unknown[], request: Request): Response {
  const { number, size } = paging(request);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return reply({ data: rows.slice((number - 1) * size, number * size), meta: pageMeta(number, pages, rows.length) });
}

export function paging(request: Request): { readonly number: number; readonly size: number } {
  const query = new URL(request.url).searchParams;
  return { number: Number(query.get('page[number]') ?? '1'), size: Number(query.get('page[size]') ?? '50') };
}

export type Handler = (request: Request, nth: number) => Response | Promise<Response>;

export interface Scene {
  readonly itGlue: ItGlue;
  readonly requests: readonly Request[];
  /** Method, path and query of every request, decoded to be read. */
  asked(): readonly string[];
}

/** The client against a handler in this process. */
export function scene(handler: Handler, online = true): Scene {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    return handler(request, requests.length);
  };
  const asked = () =>
    requests.map(({ method, url }) => `${method} ${decodeURIComponent(url.slice(new URL(url).origin.length))}`);
  return { itGlue: createItGlue({ fetch, now: () => now, online: () => online }), requests, asked };
}

/** What a call that must not succeed said. */
export function failureIn(result: { readonly ok: boolean; readonly failure?: unknown }): unknown {
  return result.ok ? 'no failure' : result.failure;
}
