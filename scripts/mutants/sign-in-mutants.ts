import { type MutantGroup, of } from './mutant.ts';

/** How the browser’s own sign-in dialog is answered. */
export const signInMutants: MutantGroup = {
  name: 'sign-in',
  tests: [
    'test/background/http-auth',
    'test/domain/http-challenge.test.ts',
    'test/adapters/challenge-facts.test.ts',
    'test/adapters/auth-requests.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/challenge-subject.ts',
      ['summary.id !== passwordId || ', '', 'another record than the one that was asked for'],
      [
        "if (!answersOn(before.value.session, origin, noOthers)) return fail({ code: 'no-linked-session', origin });",
        '',
        'SR-3: the challenged address before IT Glue is asked',
      ],
      [
        "if (!answersOn(after.value.session, origin, noOthers)) return fail({ code: 'no-linked-session', origin });",
        '',
        'the switch is looked at again',
      ],
      [
        'effectivePermissions(role, entryPermissions(entry, linked, folders.value)).view',
        'true',
        'a session without View answers nothing',
      ],
      [
        "if (entry.kind !== 'session' || !answersOn(entry, origin, domains)) return false;",
        "if (entry.kind !== 'session') return false;",
        'sessions of another address',
      ],
    ),
    ...of(
      'src/domain/http-challenge.ts',
      ["if (challenge.tabId < 0) return 'no-tab';", '', 'a request of no tab'],
      [
        "if (challenge.lifecycle !== null && challenge.lifecycle !== 'active') return 'not-active';",
        '',
        'SR-6: a page that is not there',
      ],
      ["challenge.frameId === 0 ? null : 'kind-of-load'", 'null', 'SR-5: a frame as if it were the page'],
      ["if (!embedded.includes(challenge.type)) return 'kind-of-load';", '', 'a kind of load that nobody knows'],
      ['bare(challenger.host) === bare(hostname) && ', '', 'the host that asks'],
      [' && (challenger.port === -1 || challenger.port === wanted)', '', 'the port that asks'],
      ['topOrigin === origin && ', '', 'the page around a part'],
      ['initiators.length > 0 && ', '', 'a part that nobody asked for'],
      ['&& initiators.every((initiator) => initiator === origin)', '', 'everybody around a part'],
      ['session.deletedAt !== null || ', '', 'a deleted session answers nothing'],
      ['mayBeFilledAt(session, origin, domains) && (', '(', 'SR-3: another address'],
      ["return 'refused';", 'return null;', 'credentials are tried once'],
      [
        "return answered.some(sameRequest) ? 'elsewhere' : null;",
        'return null;',
        'an answered request that was sent on',
      ],
      [
        'samePlace(one, challenge) && (sameRequest(one) || soon(one.at))',
        'samePlace(one, challenge) && sameRequest(one)',
        'a wrong answer is not given again',
      ],
    ),
    ...of(
      'src/background/use-cases/meet-challenge.ts',
      ['origin === null || challengeRefusal(challenge) !== null', 'origin === null', 'what no session may answer'],
      ["intent.source !== 'launch' || ", '', 'a fill of the page in front answers no dialog'],
      [" || intent.stage !== 'open'", '', 'a launch that was used answers no dialog'],
      ['ports.now() >= intent.expiresAt || ', '', 'a launch that is over answers no dialog'],
      ['!intent.origins.includes(origin)', 'false', 'SR-3: a launch of another address'],
      [
        'sessions.some(({ id }) => id === intent.sessionEntryId) ? intent : null',
        'intent',
        'a launch of another session',
      ],
      [
        'const late = asked.ok && ports.now() >= intent.expiresAt;',
        'const late = false;',
        'a launch that ended while IT Glue was asked',
      ],
      ["type === 'main_frame' && ", '', 'a part of a page asks for no passphrase'],
      ['await ports.session.noteAnswered(answeredNow(challenge, ports.now()));', '', 'what was answered is known'],
      ['if (back !== null) {', 'if (false) {', 'a challenge that came back'],
    ),
    ...of(
      'src/background/use-cases/choose-answer.ts',
      ['waiting === null || now < waiting.expiresAt', 'true', 'a challenge does not wait for ever'],
      [
        "if (waitingFor(live, challengeId, ports.now()) === null) return fail({ code: 'challenge-gone' });",
        '',
        'a challenge that ended while IT Glue was asked',
      ],
      [
        'if (role === null) return ok({ origin, realm, expiresAt, sessions: [] });',
        '',
        'a locked vault names no session',
      ],
    ),
    ...of(
      'src/background/live-challenges.ts',
      ['known === undefined && groups.size >= mostWindows', 'false', 'windows without end'],
      ['trial.tabId !== asker.tabId || ', '', 'an answer on trial in another tab'],
      [
        "accepted && trial !== undefined ? trial.reply : 'give-up'",
        "trial !== undefined ? trial.reply : 'give-up'",
        'an answer that was wrong is not given to others',
      ],
      ['for (const key of trials.keys()) end(key, false);', '', 'SR-22: a lock forgets answers on trial'],
    ),
    ...of(
      'src/background/adapters/challenge-facts.ts',
      [
        "details.type === 'main_frame' ? null : originOf(topAddress)",
        'originOf(topAddress)',
        'the page before is not around the next',
      ],
      ['details.parentFrameId > 0 ? [null] : []', '[]', 'a page between that the browser does not name'],
    ),
    ...of(
      'src/background/adapters/auth-requests.ts',
      ['() => answer?.({})', '() => answer?.({ cancel: true })', 'what goes wrong is left to the browser'],
      ['tabId < 0 || watched.has(requestId)', 'watched.has(requestId)', 'a request of no tab is not watched'],
    ),
  ],
};
