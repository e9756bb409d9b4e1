import type { Site } from '../site.ts';

type Page = (request: Request, url: URL) => Response | Promise<Response>;

/** A handler by method and path: `GET /`, `POST /login`. A GET of any other path is `GET /`; what else is unknown is 404. */
export const pagesOf =
  (pages: Readonly<Record<string, Page>>): Site['handle'] =>
  (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const page = pages[`${method} ${url.pathname}`] ?? (method === 'GET' ? pages['GET /'] : undefined);
    return page === undefined ? new Response('Not found.', { status: 404 }) : page(request, url);
  };
