import type { LoginCheck } from '../login-check.ts';
import { httpsOnly, type Site } from '../site.ts';
import { formOf, htmlReply } from './html.ts';
import { pagesOf } from './pages-of.ts';
import { personOf } from './person-of.ts';
import { schedulerHome, schedulerSignIn } from './scheduler-page.ts';

const host = 'scheduler.northwind.example';

/** A page whose form appears after the page has loaded. */
export const scheduler = (accepts: LoginCheck): Site => ({
  hosts: [host],
  handle: httpsOnly(
    pagesOf({
      'GET /': () => htmlReply(schedulerSignIn(false)),
      'POST /session': async (request) => {
        const form = await formOf(request);
        const username = form.get('user') ?? '';
        if (!accepts(host, username, form.get('pass') ?? '')) return htmlReply(schedulerSignIn(true), 401);
        return htmlReply(schedulerHome(username, personOf(host, username)));
      },
    }),
  ),
});
