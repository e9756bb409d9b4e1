import { fail, ok } from '../../domain/result.ts';
import { challengeCredential, sessionsAnswering } from '../challenge-subject.ts';
import type { LiveChallenges } from '../live-challenges.ts';
import type { UseCase } from '../use-case.ts';

/** What the chooser window shows of a challenge that waits. */
export const createGetChallenge =
  (live: LiveChallenges): UseCase<'challenge.get'> =>
  async (ports, { challengeId }) => {
    const waiting = live.get(challengeId);
    if (waiting === null) return fail({ code: 'challenge-gone' });
    const { origin, realm, expiresAt } = waiting;
    const role = await ports.door.role();
    if (role === null) return ok({ origin, realm, expiresAt, sessions: [] });
    const sessions = await sessionsAnswering(ports, role, origin);
    return sessions.ok ? ok({ origin, realm, expiresAt, sessions: sessions.value.map(({ id }) => id) }) : sessions;
  };

/** A person chose: the password goes into the browser's request, and nowhere else. */
export const createAnswerChallenge =
  (live: LiveChallenges): UseCase<'challenge.answer'> =>
  async (ports, { challengeId, entryId, passwordId }) => {
    const waiting = live.get(challengeId);
    if (waiting === null) return fail({ code: 'challenge-gone' });
    const found = await challengeCredential(ports, waiting.origin, entryId, passwordId);
    if (!found.ok) return found;
    if (live.get(challengeId) === null) return fail({ code: 'challenge-gone' });
    live.settle(challengeId, found.value);
    return ok({});
  };

/** The person left it to the browser's own dialog. */
export const createCancelChallenge =
  (live: LiveChallenges): UseCase<'challenge.cancel'> =>
  async (_ports, { challengeId }) => {
    live.settle(challengeId, null);
    return ok({});
  };
