import type { LoginCheck } from '../login-check.ts';
import { httpsOnly, type Site } from '../site.ts';
import { fabrikamPage } from './fabrikam-page.ts';
import { htmlReply } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { personOf } from './person-of.ts';

const host = 'signin.fabrikam.example';

const reply = (body: unknown, status: number): Response => Response.json(body, { status });

async function session(request: Request, accepts: LoginCheck): Promise<Response> {
  const body = (await request.json().catch(() => null)) as { username?: unknown; password?: unknown } | null;
  const [username, password] = [String(body?.username ?? ''), String(body?.password ?? '')];
  if (!accepts(host, username, password)) return reply({ problem: 'Email or password is wrong.' }, 401);
  return reply({ person: personOf(host, username) }, 200);
}

/** A single-page application with controlled inputs. */
export const fabrikam = (accepts: LoginCheck): Site => ({
  hosts: [host],
  handle: httpsOnly(
    pagesOf({
      'GET /': () => htmlReply(fabrikamPage),
      'POST /api/session': (request) => session(request, accepts),
    }),
  ),
});
