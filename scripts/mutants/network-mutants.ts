import { type MutantGroup, of } from './mutant.ts';

/** What goes to IT Glue, and what is believed of its answers. */
export const networkMutants: MutantGroup = {
  name: 'network',
  tests: [
    'test/adapters/it-glue-request.test.ts',
    'test/adapters/it-glue-lists.test.ts',
    'test/adapters/it-glue-records.test.ts',
    'test/adapters/it-glue-secrecy.test.ts',
    'test/adapters/it-glue-probe.test.ts',
    'test/adapters/it-glue-fake.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/adapters/it-glue-request.ts',
      ["redirect: 'error',", "redirect: 'follow',", 'SR-31: no redirect is followed'],
      ["credentials: 'omit',", "credentials: 'include',", 'SR-31: no cookies'],
      ["cache: 'no-store',", '', 'SR-31: nothing is cached'],
      ["referrerPolicy: 'no-referrer',", '', 'SR-31: no referrer'],
      ['retry: 0,', '', 'SR-31: one request is one request'],
      ['if (trouble !== null) return { kind: trouble };', '', 'SR-31: an answer of another host'],
      [
        "return new URL(response.url).origin === origin ? null : 'foreign';",
        'return null;',
        'SR-31: the host that was asked is the one that answered',
      ],
      ['response.redirected ||', '', 'SR-31: an answer behind a redirect'],
      [
        'trouble === null && response.status === 200 && json',
        'trouble === null && response.status === 200',
        'an answer that is no JSON',
      ],
      [
        "} catch {\n    return { kind: 'network' };",
        '} catch (error) {\n    throw error;',
        'SR-43: what the library throws holds the key and ends here',
      ],
    ),
    ...of(
      'src/background/adapters/it-glue-body.ts',
      ['if (bytes > limitBytes) {', 'if (false) {', 'an endless answer'],
      ["new TextDecoder('utf-8', { fatal: true })", "new TextDecoder('utf-8')", 'an answer that is no UTF-8'],
    ),
    ...of(
      'src/background/adapters/it-glue-failure.ts',
      ['Math.min(Math.max(Math.ceil(asked), 1), 300)', 'Math.ceil(asked)', 'a Retry-After of a week'],
      ['Number.isNaN(asked) ? 60 :', '', 'a Retry-After that is nonsense'],
      ['if (status === 401 || status === 403) return refusal(status);', '', 'a refused key is said'],
    ),
    ...of(
      'src/background/adapters/it-glue-pages.ts',
      [
        'page.rows.length === 0 || page.next === null || page.next <= number',
        'page.rows.length === 0 || page.next === null',
        'a list that goes round in a circle',
      ],
      ['asked < maxRequests && rows.size < maxRows', 'asked < 1_000_000', 'a list that never ends'],
      [
        'if (!answer.tooMuch) return fail(answer.failure);',
        'if (!answer.tooMuch) break;',
        'a failed page is no end of a list',
      ],
    ),
  ],
};
