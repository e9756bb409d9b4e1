import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { ChallengeId } from '../domain/http-challenge.ts';
import type { Result } from '../domain/result.ts';
import { ask } from '../messaging/client.ts';
import type { WaitingChallenge } from '../messaging/contract.ts';

/** Often enough to keep the worker, which holds the browser's request, from falling asleep. */
const lookEveryMs = 2_000;

export interface Waiting {
  /** null: not known yet. */
  readonly waiting: Result<WaitingChallenge> | null;
  readonly look: () => Promise<void>;
}

/** The challenge of this window, looked at for as long as the window is open; it closes once nothing waits any more. */
export function useWaiting(challengeId: ChallengeId): Waiting {
  const [waiting, setWaiting] = useState<Result<WaitingChallenge> | null>(null);
  const look = useCallback(async () => {
    const answer = await ask('challenge.get', { challengeId });
    const gone = !answer.ok && answer.failure.code === 'challenge-gone';
    // Any other failure passes: what is being typed must not go with it.
    setWaiting((before) => (answer.ok || gone || before === null ? answer : before));
    if (gone) window.close();
  }, [challengeId]);
  useLayoutEffect(() => {
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [look]);
  return { waiting, look };
}
