import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { Failure } from '../domain/failure.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import type { Fetched } from '../messaging/contract.ts';
import { usePopup } from './popup-context.ts';

interface CredentialsList {
  /** The newest list there is; an older one stays while a refresh is under way or has failed. */
  readonly list: Fetched<PasswordSummary> | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly refresh: () => void;
}

/** The IT Glue credentials list of a credential entry; of one of all organizations, that password alone. */
export function useCredentials(entryId: EntryId, passwordId?: PasswordId): CredentialsList {
  const { ask } = usePopup();
  const [list, setList] = useState<Fetched<PasswordSummary> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(true);
  const question = useRef(0);
  const load = useCallback(
    async (refresh: boolean): Promise<void> => {
      question.current += 1;
      const mine = question.current;
      setWaiting(true);
      const answer = await ask('credentials.list', {
        entryId,
        refresh,
        ...(passwordId === undefined ? {} : { passwordId }),
      });
      if (mine !== question.current) return;
      setWaiting(false);
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setList(answer.value);
    },
    [ask, entryId, passwordId],
  );
  useLayoutEffect(() => {
    void load(false);
    return () => {
      question.current += 1;
    };
  }, [load]);
  return { list, failure, waiting, refresh: () => void load(true) };
}
