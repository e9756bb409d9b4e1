import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { IndexState } from '../domain/index-state.ts';
import { usePopup } from './popup-context.ts';

const lookEveryMs = 1_000;

/** How fresh the indexes are, looked at again while they are being read. */
export function useIndexState() {
  const { ask } = usePopup();
  const [states, setStates] = useState<readonly IndexState[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const syncing = states.some((state) => state.syncing !== null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await ask('index.state', {});
    if (answer.ok) setStates(answer.value);
  }, [ask]);
  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (!syncing) return;
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [syncing, look]);
  const sync = async (): Promise<void> => {
    const answer = await ask('index.sync', { apiKeyId: null, full: false });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setStates(answer.value);
  };
  return { states, syncing, failure, sync };
}
