import type { LoginCheck } from '../login-check.ts';
import { httpsOnly, type Site } from '../site.ts';
import { formOf, htmlReply } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { personOf } from './person-of.ts';
import { portalHome, portalSignIn } from './portal-page.ts';

const host = 'portal.northwind.example';

/** A classic sign-in: user name and password in one posted form. */
export const portal = (accepts: LoginCheck): Site => ({
  hosts: [host],
  handle: httpsOnly(
    pagesOf({
      'GET /': () => htmlReply(portalSignIn(false)),
      'POST /login': async (request) => {
        const form = await formOf(request);
        const username = form.get('username') ?? '';
        if (!accepts(host, username, form.get('password') ?? '')) return htmlReply(portalSignIn(true), 401);
        return htmlReply(portalHome(username, personOf(host, username)));
      },
    }),
  ),
});
