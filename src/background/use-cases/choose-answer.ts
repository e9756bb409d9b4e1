import type { ChallengeId } from '../../domain/http-challenge.ts';
import { fail, ok } from '../../domain/result.ts';
import { noteFill } from '../audit/note-fill.ts';
import { challengeCredential, sessionsAnswering } from '../challenge-subject.ts';
import type { LiveChallenges, WaitingGroup } from '../live-challenges.ts';
import type { UseCase } from '../use-case.ts';

/** A challenge that still waits. A machine that slept rings no timer, so its time is looked at here, too. */
function waitingFor(live: LiveChallenges, id: ChallengeId, now: number): WaitingGroup | null {
  const waiting = live.get(id);
  if (waiting === null || now < waiting.expiresAt) return waiting;
  live.settle(id, null);
  return null;
}

/** What the chooser window shows of a challenge that waits. */
export const createGetChallenge =
  (live: LiveChallenges): UseCase<'challenge.get'> =>
  async (ports, { challengeId }) => {
    const waiting = waitingFor(live, challengeId, ports.now());
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
    const waiting = waitingFor(live, challengeId, ports.now());
    if (waiting === null) return fail({ code: 'challenge-gone' });
    const found = await challengeCredential(ports, waiting.origin, entryId, passwordId);
    if (!found.ok) return found;
    if (waitingFor(live, challengeId, ports.now()) === null) return fail({ code: 'challenge-gone' });
    live.settle(challengeId, found.value);
    const { organization } = found.value;
    const used = { source: 'challenge.answer', sessionEntryId: entryId, passwordId, organization } as const;
    await noteFill(ports, used, { signInDialog: 'answered' }, waiting.origin);
    return ok({});
  };

/** The person left it to the browser's own dialog. */
export const createCancelChallenge =
  (live: LiveChallenges): UseCase<'challenge.cancel'> =>
  async (_ports, { challengeId }) => {
    live.settle(challengeId, null);
    return ok({});
  };
