import type { ErrorShape, FakeOptions } from './fake-options.ts';
import { gatewayErrorPage, ipBlockedPage, notFoundPage } from './html-pages.ts';

export const jsonApi = 'application/vnd.api+json; charset=utf-8';
const htmlType = 'text/html; charset=utf-8';

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': jsonApi, ...headers } });

export const html = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': htmlType } });

export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers });

/** One error, before it is written in one of the observed shapes. */
export interface ApiError {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  /** Without a slash in front. */
  readonly pointer?: string;
}

/** What was submitted, for servers that echo it. */
export type Submitted = string;

function written(
  { status, title, detail, pointer }: ApiError,
  shape: ErrorShape,
  submitted: Submitted,
): Record<string, unknown> {
  const echoed = shape.echo ? `${detail ?? title} (submitted: ${submitted})` : detail;
  return {
    status: shape.status === 'string' ? String(status) : status,
    ...(shape.omit === 'title' ? {} : { title }),
    ...(echoed === undefined || shape.omit === 'detail' ? {} : { detail: echoed }),
    ...(pointer === undefined ? {} : { source: { pointer: shape.pointer === 'slash' ? `/${pointer}` : pointer } }),
  };
}

/** An `errors` body in the shape that the options ask for. */
export function apiError(error: ApiError, shape: ErrorShape, submitted: Submitted = ''): Response {
  const one = written(error, shape, submitted);
  return json({ errors: shape.errors === 'object' ? one : [one] }, error.status);
}

/** 401 with an id: not visible to this key, whether it exists or not. */
export const unauthorizedResource = (shape: ErrorShape, submitted?: Submitted): Response =>
  apiError(
    { status: 401, title: 'Unauthorized', detail: 'Unauthorized resource access', pointer: 'id' },
    shape,
    submitted,
  );

export const recordNotFound = (status: 404 | 400, shape: ErrorShape, submitted?: Submitted): Response =>
  apiError(
    { status, title: status === 404 ? 'Not Found' : 'Bad Request', detail: 'Record not found' },
    shape,
    submitted,
  );

export const notFound = (): Response => html(notFoundPage, 404);

/** The key is not accepted. */
export function forbidden(options: FakeOptions, status = 403): Response {
  if (options.forbiddenBody === 'empty') return empty(status);
  return options.forbiddenBody === 'html'
    ? html(ipBlockedPage, status)
    : json({ message: 'Forbidden' }, status, { 'content-type': 'application/json' });
}

export const ipBlocked = (): Response => html(ipBlockedPage, 403);

export const gatewayError = (status: 502 | 503 | 504): Response => html(gatewayErrorPage(status), status);
