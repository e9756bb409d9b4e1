import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../src/demo/site.ts';
import { htmlReply } from '../../test/attacks/pages/html.ts';
import type { FormCase } from './form-case.ts';

const firstPort = 20_000;
const withoutPort = (address: string): string => address.replace(/:\d+$/, '');

/** The origin that a case's page is served on: one of its own, named by its place in the run, never by its id. */
export function originOf({ scheme, address }: FormCase, at: number): string {
  // Many cases want the same private address: the port keeps them apart.
  const host = address === undefined ? `c${at}.cases.example` : `${withoutPort(address)}:${firstPort + at}`;
  return `${scheme}://${host}`;
}

function pageOf(formCase: FormCase, frame: string | null): string {
  const path = join(formCase.folder, formCase.path);
  return readFileSync(frame === null ? path : path.replace(/\.html$/, `.${frame.replace(/\W/g, '')}.html`), 'utf8');
}

/** Serves every case at the root of its origin. */
export function caseSite(cases: readonly FormCase[]): Site {
  const byOrigin = new Map(cases.map((formCase, at) => [originOf(formCase, at), formCase]));
  const addresses = [
    ...new Set(cases.flatMap(({ address }) => (address === undefined ? [] : [`${withoutPort(address)}:*`]))),
  ];
  return {
    hosts: ['*.cases.example', 'frames.other.example', ...addresses],
    handle(request) {
      const { origin, pathname, searchParams } = new URL(request.url);
      const formCase = byOrigin.get(origin);
      if (formCase === undefined)
        return htmlReply(
          '<form method="post"><input name="user"><input type="password" name="password"><button>Sign in</button></form>',
        );
      return pathname === '/'
        ? htmlReply(pageOf(formCase, searchParams.get('frame')))
        : new Response('', { status: pathname.includes('favicon') ? 204 : 404 });
    },
  };
}

const foreignAction = /(?:form)?action\s*=\s*["']?(https?:\/\/[^/"'\s>?#]+)/gi;

/** Where a page that is not ours sends its forms: an administrator would have listed these for its real origin. */
export function actionHosts(formCase: FormCase): readonly string[] {
  if (formCase.source === 'own') return [];
  const hosts = Array.from(pageOf(formCase, null).matchAll(foreignAction), (found) => (found[1] ?? '').toLowerCase());
  return [...new Set(hosts)].filter((host) => URL.canParse(host)).slice(0, 20);
}
