import { useCallback, useState } from 'preact/hooks';
import type { EntryId } from '../domain/ids.ts';
import type { ask as askWorker } from '../messaging/client.ts';

/** A use that waits for its reason. */
export interface ReasonQuestion {
  readonly entryId: EntryId;
  /** Called once: whether a reason was given to the worker. */
  readonly settle: (given: boolean) => void;
}

/**
 * The worker, asked on behalf of a person: where an entry asks for a reason first, the person is asked, and then the
 * worker once more. Giving up answers what the worker said. `question`: what is to be shown meanwhile.
 */
export function useReasonedAsk(ask: typeof askWorker) {
  const [question, setQuestion] = useState<ReasonQuestion | null>(null);
  const reasoned = useCallback<typeof askWorker>(
    async (command, body) => {
      const answer = await ask(command, body);
      if (answer.ok || answer.failure.code !== 'reason-needed' || !('entryId' in body)) return answer;
      // A command that an entry can ask a reason for names that entry.
      const entryId = body.entryId as EntryId;
      const given = await new Promise<boolean>((settle) => setQuestion({ entryId, settle }));
      setQuestion(null);
      return given ? ask(command, body) : answer;
    },
    [ask],
  );
  return { ask: reasoned, question };
}
