import { type MutantGroup, of } from './mutant.ts';

/** Whose password is meant, and every other way in which one, or a code, is used. */
export const useMutants: MutantGroup = {
  name: 'uses',
  tests: [
    'test/background/fill',
    'test/background/entries.test.ts',
    'test/background/api-keys-lists.test.ts',
    'test/background/reason.test.ts',
    'test/domain/remembered-password.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/use-cases/fill-page.ts',
      [
        "if (request.intoField === true && aim === null) return fail({ code: 'intent-expired' });",
        '',
        'one field that is no longer meant fills no form',
      ],
      ['await ports.session.removeWaitingAim(front.tabId);', '', 'a field is meant once'],
    ),
    ...of('src/background/waiting-aim.ts', [
      ' || ports.now() >= waiting.expiresAt',
      '',
      'a field is not meant for ever',
    ]),
    ...of('src/background/use-cases/fill-front.ts', ['!listOnly && ', '', 'who asks for the list gets the list']),
    ...of('src/domain/tab-client.ts', [
      'client !== null && client.organizationId !== organizationId',
      'false',
      'a credential of another client than the tab works for',
    ]),
    ...of(
      'src/domain/shared-site.ts',
      ['isPrivateOrigin(origin) || ', '', 'a private address exists at each client'],
      ['|| hostname.endsWith(', '&& hostname.startsWith(', 'a part of an address that all share'],
    ),
    ...of(
      'src/domain/remembered-password.ts',
      ["credential.selection.mode !== 'always-prompt' || ", '', 'an entry for one password remembers no other'],
      ['one.organizationId === organizationId && isThere', 'isThere', 'remembered for another organization'],
      [' && isThere(one.origin)', '', 'remembered for another site'],
      [
        'if (shared && client?.organizationId !== organizationOf(linked, client)) return null;',
        '',
        'an address that all share is asked about',
      ],
    ),
    ...of(
      'src/background/use-cases/remember-password.ts',
      [
        "if (!fillOrigins(session).includes(origin)) return fail({ code: 'no-linked-session', origin });",
        '',
        'remembered for an address of the session',
      ],
      [
        "if (credential.selection.mode !== 'always-prompt') return fail({ code: 'not-in-list' });",
        '',
        'an entry for one password has nothing to remember',
      ],
    ),
    ...of(
      'src/background/use-cases/hand-over.ts',
      [
        "if (role === null) return { code: 'locked' };",
        'if (role === null) return null;',
        'SR-22: a lock before a copy',
      ],
      [
        "if (policy.disableCopy) return { code: 'policy-forbids', rule: 'disableCopy' };",
        '',
        'SR-51: a session is handed over without a copy',
      ],
      [
        "cappedPermissions(rights.value, policy).viewPassword ? null : { code: 'not-allowed', right: 'viewPassword' }",
        'null',
        'copying shows the password',
      ],
      [
        'chosen.value, refusal === null)',
        'chosen.value, true)',
        'IT Glue is asked for a value only where it may be copied',
      ],
      [
        "if (summary.organizationId !== organizationId) return fail({ code: 'record-moved' });",
        '',
        'a record that was moved to another client',
      ],
      ["if (summary.archived) return fail({ code: 'password-archived' });", '', 'an archived password'],
      ['if (refusal !== null) return fail(refusal);', '', 'SR-22: a lock while IT Glue was asked'],
    ),
    ...of(
      'src/background/use-cases/copy-front.ts',
      [
        "if (organizationId !== credential.organizationId) return fail({ code: 'record-moved' });",
        '',
        'a record that was moved to another client',
      ],
      ["if (archived) return fail({ code: 'password-archived' });", '', 'an archived password'],
      [' || meant.unclear', '', 'an address that many clients share'],
      ['others.length > 0 || ', '', 'one session is meant'],
    ),
    ...of(
      'src/background/copy-code.ts',
      [
        'if (!credential.copyCode || credential.code === null) return false;',
        'if (credential.code === null) return false;',
        'a code is copied where the entry says so',
      ],
      [' || !rights.value.viewPassword', '', 'a copied code is a shown code'],
      ['if ((await ports.policy.read()).policy.disableCopy) return false;', '', 'SR-51: no code is copied'],
    ),
    ...of('src/background/use-cases/list-credentials.ts', [
      "if (only.ok && only.value.rows[0]?.organizationId !== organizationId) return fail({ code: 'record-moved' });",
      '',
      'a record that was moved to another client',
    ]),
    ...of(
      'src/background/use-cases/search-credentials.ts',
      [
        "if (linked.value.selection.mode !== 'always-prompt') return fail({ code: 'not-in-list' });",
        '',
        'an entry for one password has no list',
      ],
      [
        'if (credential.organizationId !== null) return new Set([credential.organizationId]);',
        'if (credential.organizationId !== null) return null;',
        'the list of an entry is of its organization',
      ],
      [
        'isFilledAt(entry, origin, { shortName: summary.shortName, primaryDomain: primaryDomainIn(domains, summary.id) })',
        'true',
        'the list on a client’s own page is of that client',
      ],
    ),
  ],
};
