import { type MutantGroup, of } from './mutant.ts';

/** How a fill and a launch go on, and where they end. */
export const courseMutants: MutantGroup = {
  name: 'course',
  tests: [
    'test/background/fill',
    'test/background/pack',
    'test/background/reason.test.ts',
    'test/background/faults/clock-jumps.test.ts',
    'test/domain/fill.test.ts',
    'test/domain/autofill-selectors.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/use-cases/fill.ts',
      ['now.documentId !== intent.documentId ||\n', '', 'SR-6: another document came while IT Glue was asked'],
      ['const got = wantsPassword\n', 'const got = fields.length > 0\n', 'a user name page makes no value travel'],
      [
        "fields.includes('username') ? summary.username : null",
        'summary.username',
        'no user name where the form takes none',
      ],
      [
        'if (password === null) return intent.stage;',
        'if (password === null || true) return intent.stage;',
        'SR-6: a password is sent once',
      ],
      [
        "intent.source === 'launch' && credential.code !== null ? 'code-only' : 'committed'",
        "intent.source === 'launch' ? 'code-only' : 'committed'",
        'after the password nothing, where the entry keeps no codes',
      ],
      [
        'intent.aim === null && subject.value.session.autoSubmit',
        'subject.value.session.autoSubmit',
        'one field is never submitted',
      ],
      [
        "if (!(await hintTaken(port, places, wanted.report))) return { failure: { code: 'interrupted' } };",
        'await hintTaken(port, places, wanted.report);',
        'a hint changes nothing of what was judged',
      ],
      ["if (report.fields.length === 0) return { outcome: { kind: 'absent' } };", '', 'no form, no request'],
      ['if (port.facts.documentId !== intent.documentId) return;', '', 'a stranger’s port ends no fill'],
    ),
    ...of(
      'src/background/use-cases/inject-for.ts',
      ['if (ports.now() >= intent.expiresAt) {', 'if (false) {', 'an intent that is over'],
      [
        "if (intent === null || intent.stage === 'committed') return;",
        'if (intent === null) return;',
        'SR-6: nothing is injected for a used intent',
      ],
      ['?.nonce !== intent.nonce)', '?.nonce === null)', 'SR-6: an intent that was taken while a page made us wait'],
      [
        "if (why === 'silent') await ports.session.setIntent({ ...intent, documentId: null });",
        '',
        'SR-6: what a silent page runs later',
      ],
      ['!(await ports.pages.isComplete(intent.tabId))', 'true', 'SR-6: a silent page that has loaded ends its launch'],
    ),
    ...of(
      'src/background/hint-taken.ts',
      [
        "return said?.type === 'report' && JSON.stringify(said.report) === JSON.stringify(judged);",
        "return said?.type === 'report';",
        'a hint that changed the report',
      ],
      [
        "return said?.type === 'report' && JSON.stringify(said.report) === JSON.stringify(judged);",
        'return true;',
        'a hint that nothing came after',
      ],
    ),
    ...of(
      'src/domain/autofill-selectors.ts',
      [' || text.length > longestSelectors', '', 'selectors without end'],
      ['&& value.length <= placeLimits.selector', '', 'a selector without end'],
    ),
    ...of(
      'src/background/launch-course.ts',
      ["|| stage === 'committed'", '', 'SR-6: a launch ends with the last value'],
      ["intent.source !== 'launch' || ", '', 'a fill of the page in front ends with it'],
    ),
    ...of('src/background/use-cases/launch-session.ts', [
      "if (missing !== undefined) return fail({ code: 'site-not-permitted', origin: missing });",
      '',
      'nothing is opened without the site’s permission',
    ]),
    ...of(
      'src/background/open-session.ts',
      [
        "tabId === null ? fail({ code: 'no-private-windows' }) : ok(tabId)",
        'ok(tabId ?? (await ports.pages.openTab(session.startUrl)))',
        'what is to open privately opens in no other window',
      ],
      [
        'container.ok ? ok(await ports.isolation.openInContainer(session.startUrl, container.value)) : container',
        'ok(container.ok ? await ports.isolation.openInContainer(session.startUrl, container.value) : await ports.pages.openTab(session.startUrl))',
        'what is to open in a container opens in no other',
      ],
    ),
    ...of('src/background/use-cases/resume-fills.ts', [
      "if (intent.stage === 'committed')",
      'if (false)',
      'SR-6: what was handed over ends with the worker',
    ]),
    ...of(
      'src/background/use-cases/sweep-intents.ts',
      ['if (ports.now() >= intent.expiresAt) {', 'if (false) {', 'SR-6: an intent that is over goes'],
      [
        'intent === null || ports.now() < intent.expiresAt',
        'intent === null',
        'SR-6: an intent that began meanwhile stays',
      ],
    ),
    ...of(
      'src/background/fill-subject.ts',
      ['return reason.ok ? choice : reason;', 'return choice;', 'a reason where a fill begins'],
      [
        "if (organization === null) return fail({ code: 'choose-first' });",
        'if (organization === null) return ok(credential as never);',
        'of all organizations one is chosen',
      ],
    ),
  ],
};
