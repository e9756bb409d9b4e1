import type { LoginCheck } from '../login-check.ts';
import { httpsOnly, type Site } from '../site.ts';
import { contosoHome, contosoPassword, contosoUserName } from './contoso-page.ts';
import { formOf, htmlReply, seeOther } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { personOf } from './person-of.ts';

export const contosoLoginHost = 'login.contoso.example';
export const contosoAdminHost = 'admin.contoso.example';

const adminHome = `https://${contosoAdminHost}/signed-in`;

/** Only the admin center may be returned to: an open redirect would be a gift. */
const safeBack = (back: string | null): string => (back === adminHome ? back : '');

const query = (values: Readonly<Record<string, string>>): string => String(new URLSearchParams(values));

/** The user name on a first page, the password on a second one of the same origin, as large providers do it. */
export const contosoLogin = (accepts: LoginCheck): Site => {
  const known = (username: string, password: string): boolean =>
    [contosoLoginHost, contosoAdminHost].some((host) => accepts(host, username, password));
  return {
    hosts: [contosoLoginHost],
    handle: httpsOnly(
      pagesOf({
        'GET /': (_request, url) => htmlReply(contosoUserName(safeBack(url.searchParams.get('back')), null)),
        'POST /username': async (request) => {
          const form = await formOf(request);
          const back = safeBack(form.get('back'));
          const username = form.get('loginfmt')?.trim() ?? '';
          if (username === '') return htmlReply(contosoUserName(back, 'Enter an email or phone.'), 422);
          return seeOther(`/password?${query({ username, back })}`);
        },
        'GET /password': (_request, url) =>
          htmlReply(
            contosoPassword(safeBack(url.searchParams.get('back')), url.searchParams.get('username') ?? '', null),
          ),
        'POST /password': async (request) => {
          const form = await formOf(request);
          const back = safeBack(form.get('back'));
          const username = form.get('loginfmt') ?? '';
          if (!known(username, form.get('passwd') ?? '')) {
            return htmlReply(contosoPassword(back, username, 'Your account or password is incorrect.'), 401);
          }
          if (back !== '') return seeOther(`${back}?${query({ username })}`);
          return htmlReply(contosoHome('document management', username, personOf(contosoLoginHost, username)));
        },
      }),
    ),
  };
};

/** Has no form of its own: who comes is sent to the other host, and comes back from there. */
export const contosoAdmin: Site = {
  hosts: [contosoAdminHost],
  handle: httpsOnly(
    pagesOf({
      'GET /': () =>
        new Response(null, {
          status: 302,
          headers: { location: `https://${contosoLoginHost}/?${query({ back: adminHome })}` },
        }),
      'GET /signed-in': (_request, url) => {
        const username = url.searchParams.get('username') ?? '';
        return htmlReply(contosoHome('admin center', username, personOf(contosoAdminHost, username)));
      },
    }),
  ),
};
