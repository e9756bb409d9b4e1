import { type MutantGroup, of } from './mutant.ts';

/** Where a password may go, and when. */
export const fillMutants: MutantGroup = {
  name: 'fill',
  tests: [
    'test/background/fill',
    'test/domain/fill.test.ts',
    'test/domain/host.test.ts',
    'test/domain/host-template.test.ts',
    'test/domain/http-challenge.test.ts',
    'test/background/http-auth',
    'test/background/pack',
    'test/background/policy.test.ts',
    'test/background/entries.test.ts',
    'test/background/index/noted-uses.test.ts',
  ],
  mutants: [
    ...of(
      'src/domain/fill.ts',
      [
        "if (facts.extensionId !== extensionId || facts.tabId !== intent.tabId) return 'wrong-origin';",
        '',
        'SR-6: a port of another extension or tab',
      ],
      ["if (facts.frameId !== 0) return 'not-top-frame';", '', 'SR-5: a frame'],
      [
        "if (facts.lifecycle !== null && facts.lifecycle !== 'active') return 'not-in-front';",
        '',
        'SR-6: a page that is not there',
      ],
      [
        "if (intent.documentId === null || facts.documentId !== intent.documentId) return 'changed-during-fill';",
        '',
        'SR-6: another document',
      ],
      [
        "if (facts.origin === null || facts.origin === 'null') return 'isolated-page';",
        '',
        'SR-5: a page without an origin',
      ],
      ["if (!intent.origins.includes(facts.origin)) return 'wrong-origin';", '', 'SR-3: another origin'],
      [
        'if (facts.url === null || !facts.url.startsWith(',
        'if (facts.url === null || facts.url === String(',
        'SR-5: an address that is not of its origin',
      ],
    ),
    ...of(
      'src/background/use-cases/fill.ts',
      ["session.allowHttp || origin.startsWith('https:')", 'true', 'SR-4: plain http'],
      ['summary.id !== passwordId || ', '', 'another record than the one that was asked for'],
      [
        'summary.organizationId !== subject.credential.organizationId)\n    return',
        'false)\n    return',
        'a record that was moved to another client',
      ],
      ["if (summary.archived) return fail({ code: 'password-archived' });", '', 'an archived password'],
      ['now.nonce !== intent.nonce ||\n', '', 'SR-6: an intent serves the fill that it began'],
      ['now.stage !== intent.stage\n', 'false\n', 'SR-6: an intent serves once'],
      [
        "return ports.now() >= now.expiresAt ? fail({ code: 'intent-expired' }) : ok(now);",
        'return ok(now);',
        'an intent that ended while IT Glue was asked',
      ],
      ['if (!unlocked.ok) return { failure: unlocked.failure };', '', 'SR-22: a lock while IT Glue was asked'],
      [
        'if (!current.ok) return { failure: current.failure };\n  await ports.session.setIntent({ ...current.value,',
        'if (!current.ok) await ports.session.setIntent(fetching);\n  await ports.session.setIntent({ ...fetching,',
        'SR-6: the intent is looked at again before the hand-over',
      ],
      [
        "if (!port.open) return { outcome: { kind: 'refused', reason: 'changed-during-fill' } };",
        '',
        'a page that left while IT Glue was asked',
      ],
      [
        'if (report.inOwnFrame && !frames) return',
        'if (false) return',
        'SR-5: a frame of the same origin without the switch',
      ],
      ['if (report.refusal !== null) return', 'if (false) return', 'what the page script refused'],
      [
        'report.actionOrigin !== null && !intent.origins.includes(report.actionOrigin)',
        'false',
        'SR-7: a form that sends elsewhere',
      ],
      [
        "if (intent === null || intent.stage === 'committed' || ports.now() >= intent.expiresAt) return;",
        'if (intent === null) return;',
        'SR-6: an intent that was used up',
      ],
      ['if ((intent.aim !== null) !== aimed) return;', '', 'one field’s script answers for one field’s intent'],
      [
        'if (refusal === null) return serveReport',
        'if (true) return serveReport',
        'SR-6: a port that is not the awaited one',
      ],
      ["if (code !== null) return 'committed';", '', 'a code is the last thing that is sent'],
    ),
    ...of('src/background/launch-course.ts', [
      "report.fields.filter((role) => role === 'code')",
      'report.fields',
      'after the password only a code',
    ]),
    ...of('src/background/aimed-report.ts', [
      'said.report.fields.filter((role) => role === aim.role)',
      'said.report.fields',
      'one field means one value',
    ]),
    ...of('src/domain/field-aim.ts', [
      "role === 'password' ? obscured :",
      "role === 'password' ? true :",
      'a password only where typing is obscured',
    ]),
    ...of(
      'src/background/fill-subject.ts',
      ["if (role === null) return fail({ code: 'locked' });", '', 'SR-22: a fill after a lock'],
      [
        "return fail({ code: 'entry-not-found' });\n  const { policy",
        'await Promise.resolve();\n  const { policy',
        'the second look at View',
      ],
      [
        "if (key !== null) return fail({ code: 'policy-forbids', rule: key });",
        '',
        'SR-51: the second look at the policy',
      ],
      [
        "if (pack?.ended) return fail({ code: 'pack-ended', expiresAt: pack.expiresAt });",
        '',
        'SR-39: the second look at the pack’s end',
      ],
      ['if (addresses !== null) return fail(addresses);', '', 'SR-39: a website whose addresses nobody has confirmed'],
      [
        "return fillOrigins(subject.value.session).includes(origin ?? '') ? subject : fail({ code: 'entry-changed' });",
        'return subject;',
        'a page that is none of the session’s addresses any more',
      ],
      [
        'return organizationAllowed(policy, organization.organizationId)',
        'return true',
        'an entry of all organizations, used for one that the policy does not allow',
      ],
      [
        'return organization === null || organization.organizationId === credential.organizationId',
        'return true',
        'an intent for one organization, on an entry of another',
      ],
    ),
    ...of(
      'src/background/use-cases/fill-page.ts',
      [
        "if (front === null || front.tabId !== request.tabId) return fail({ code: 'tab-closed' });",
        "if (front === null) return fail({ code: 'tab-closed' });",
        'SR-6: the tab that is in front',
      ],
      [
        'if (!fillOrigins(choice.value.session).includes(origin))',
        'if (false)',
        'SR-3: the page in front is one of the session’s',
      ],
      [
        'if (request.otherClient !== true && isOtherClient(client, credential))',
        'if (false)',
        'a credential of another client',
      ],
    ),
    ...of('src/background/use-cases/fill-front.ts', ['&& !unclear', '', 'an address that many clients share']),
    ...of('src/background/chosen-password.ts', [
      "asked === null || asked === passwordId ? ok(passwordId) : fail({ code: 'not-in-list' })",
      'ok(asked ?? passwordId)',
      'an entry for one password never gives another',
    ]),
    ...of(
      'src/background/use-cases/reveal-credential.ts',
      [
        "if (credential.value.summary.organizationId !== organizationId) return fail({ code: 'record-moved' });",
        '',
        'a record that was moved to another client',
      ],
      [
        "if ((await ports.door.role()) === null) return fail({ code: 'locked' });",
        '',
        'SR-22: a lock while IT Glue was asked',
      ],
    ),
    ...of(
      'src/domain/host.ts',
      [
        "if (url.username !== '' || url.password !== '') return 'userinfo';",
        '',
        'SR-3: an address with a user name in it',
      ],
      ["if (url.hostname.endsWith('.')) return 'trailing-dot';", '', 'SR-3: a host with a dot at its end'],
      [
        "if (ipv4.test(url.hostname) && typedHostname(typed) !== url.hostname) return 'ip-shorthand';",
        '',
        'SR-3: 0x7f.1',
      ],
      ["if (url.protocol === 'http:' && !allowHttp) return 'http-not-allowed';", '', 'SR-4: plain http'],
      ["if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme';", '', 'SR-3: another scheme'],
    ),
    ...of(
      'src/domain/host-template.ts',
      ['if (nameInHost && !isSafeLabel(label)) return', 'if (false) return', 'a short name that is no label'],
      [
        "return same ? ok({ ...session, startUrl: url, origin: meant }) : refused('variable-changed');",
        'return ok({ ...session, startUrl: url, origin: meant });',
        'an address that its variables do not give any more',
      ],
    ),
    ...of(
      'src/domain/http-challenge.ts',
      ["if (challenge.isProxy) return 'proxy';", '', 'a proxy is never answered'],
      ["if (!schemes.includes(challenge.scheme.toLowerCase())) return 'scheme';", '', 'never NTLM'],
      ["if (!isChallenger(challenge)) return 'other-challenger';", '', 'only who was asked'],
      ["isOwnPart(challenge, origin) ? null : 'embedded-elsewhere'", 'null', 'a part in somebody else’s page'],
      ["(origin.startsWith('https:') || session.allowHttp)", 'true', 'SR-4: plain http'],
      ['!session.httpAuth || ', '', 'off means off'],
    ),
    ...of(
      'src/background/challenge-subject.ts',
      [
        'summary.organizationId !== credential.organizationId)\n    return',
        'false)\n    return',
        'a record that was moved to another client',
      ],
      ['if (!after.ok) return after;', 'if (!after.ok) return reply;', 'SR-22: a lock while IT Glue was asked'],
    ),
    ...of(
      'src/background/use-cases/meet-challenge.ts',
      ['if ((await ports.door.role()) === null) return null;', '', 'SR-22: a lock before the hand-over'],
      ['await ports.session.removeIntent(challenge.tabId);', '', 'a launch answers once'],
    ),
    ...of('src/background/use-cases/remember-password.ts', [
      "if (row === undefined || row.organizationId !== organizationId) return fail({ code: 'not-in-list' });",
      "if (row === undefined) return fail({ code: 'not-in-list' });",
      'only the entry’s own organization is remembered',
    ]),
    ...of('src/background/use-cases/hand-over.ts', [
      'if (addresses !== null) return fail(addresses);',
      '',
      'SR-39: a remote session whose address nobody has confirmed',
    ]),
    ...of('src/domain/pack.ts', [
      'origins.every((origin) => confirmed.includes(origin)) ? null',
      'confirmed.length > 0 ? null',
      'SR-39: each address is confirmed',
    ]),
    ...of(
      'src/background/use-cases/confirm-origins.ts',
      [
        "if (origins.join(' ') !== request.origins.join(' ')) return fail({ code: 'entry-changed' });",
        '',
        'SR-39: what is confirmed is what was shown',
      ],
      [
        "if (host.value !== null) return fail({ code: 'record-elsewhere', host: host.value });",
        '',
        'SR-39: an address that IT Glue does not know',
      ],
    ),
  ],
};
