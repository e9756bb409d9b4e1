import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { ApiKeyId, OrganizationId } from '../domain/ids.ts';
import type { IndexState } from '../domain/index-state.ts';
import type { Result } from '../domain/result.ts';
import { useVault } from './vault-context.ts';

/** While it is being read, and while it rests: requests of other pages count as well. */
const lookEveryMs = { reading: 1_000, resting: 10_000 } as const;

/** The index of one API key: its state, looked at again while it is being read, and what can be done with it. */
export function useKeyIndex(apiKeyId: ApiKeyId) {
  const { ask } = useVault();
  const [state, setState] = useState<IndexState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const heed = (answer: Result<readonly IndexState[]>): boolean => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setState(answer.value.find((each) => each.apiKeyId === apiKeyId) ?? null);
    return answer.ok;
  };
  const look = async (): Promise<void> => void heed(await ask('index.state', {}));
  const syncing = state?.syncing != null;
  useEffect(() => void look(), [apiKeyId]);
  useEffect(() => {
    const timer = setInterval(() => void look(), syncing ? lookEveryMs.reading : lookEveryMs.resting);
    return () => clearInterval(timer);
  }, [syncing, apiKeyId]);
  const during = async (act: () => Promise<boolean>): Promise<boolean> => {
    setWaiting(true);
    const done = await act();
    setWaiting(false);
    return done;
  };
  return {
    state,
    failure,
    waiting: waiting || syncing,
    sync: (full: boolean) => during(async () => heed(await ask('index.sync', { apiKeyId, full }))),
    /** True when it is so from now on. */
    exclude: (organizationIds: readonly OrganizationId[]) =>
      during(async () => heed(await ask('index.exclude', { apiKeyId, organizationIds }))),
  };
}
