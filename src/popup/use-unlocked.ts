import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { ask as askWorker } from '../messaging/client.ts';
import type { EntryList, FrontPage } from '../messaging/contract.ts';
import { askFirst } from './early-answers.ts';
import { useTabInFront } from './use-tab-in-front.ts';

/** The worker, asked on behalf of the unlocked popup: whoever hears `locked` leads to the unlock view. */
export function useWatchedAsk(onLocked: () => Promise<void>): typeof askWorker {
  return useCallback<typeof askWorker>(
    async (command, body) => {
      const answer = await askFirst(command, body);
      if (!answer.ok && (answer.failure.code === 'locked' || answer.failure.code === 'no-vault')) void onLocked();
      return answer;
    },
    [onLocked],
  );
}

export interface Loaded {
  readonly list: EntryList | null;
  readonly front: FrontPage | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** Entries and the page in front, asked at once. */
export function useLoaded(ask: typeof askWorker, onFront: (front: FrontPage) => void): Loaded {
  const [list, setList] = useState<EntryList | null>(null);
  const [front, setFront] = useState<FrontPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async (): Promise<void> => {
    setFailure(null);
    const [entries, page] = await Promise.all([ask('entries.list', {}), ask('page.front', {})]);
    if (page.ok) {
      onFront(page.value);
      setFront(page.value);
    }
    if (entries.ok) setList(entries.value);
    const failed = [entries, page].find((answer) => !answer.ok);
    if (failed !== undefined && !failed.ok) setFailure(failed.failure);
  }, [ask, onFront]);
  useLayoutEffect(() => void load(), [load]);
  // Only the page: that the entries are looked at by themselves must not count as use of the vault.
  const look = useCallback(async (): Promise<void> => {
    const page = await ask('page.front', {});
    if (!page.ok) return;
    onFront(page.value);
    setFront(page.value);
  }, [ask, onFront]);
  useTabInFront(useCallback(() => void look(), [look]));
  return useMemo(() => ({ list, front, failure, reload: () => void load() }), [list, front, failure, load]);
}
