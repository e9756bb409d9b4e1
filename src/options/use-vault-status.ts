import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Role } from '../domain/permission.ts';
import type { Result } from '../domain/result.ts';
import { vaultNewsChannel } from '../domain/vault-news-channel.ts';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { forgetAllDrafts } from './draft-keeper.ts';

export interface VaultState {
  /** null: not yet known. */
  readonly status: Result<VaultStatus> | null;
  /** A status that a command has just answered. */
  readonly heed: (status: VaultStatus) => void;
  /** Asks again: after an answer `locked`, or when something about locking was changed. */
  readonly refresh: () => Promise<void>;
}

/** Drafts belong to whoever typed them: a lock keeps them, another role or a new vault does not. */
function useDraftOwner(): (status: VaultStatus) => void {
  const owner = useRef<Role | null>(null);
  return useCallback((status) => {
    if (status.state === 'absent' || (status.role !== null && owner.current !== null && status.role !== owner.current))
      forgetAllDrafts();
    owner.current = status.role ?? owner.current;
  }, []);
}

/**
 * Asks again when the worker says that the vault was locked or unlocked, when it is due to lock, and when the person comes
 * back to this tab. Asking does not count as use.
 */
function useStatusWatch(status: Result<VaultStatus> | null, refresh: () => Promise<void>): void {
  const lockAt = status?.ok ? status.value.lockAt : null;
  useEffect(() => {
    if (lockAt === null) return;
    const timer = setTimeout(() => void refresh(), Math.max(lockAt - Date.now(), 0) + 500);
    return () => clearTimeout(timer);
  }, [lockAt, refresh]);
  useEffect(() => {
    const news = new BroadcastChannel(vaultNewsChannel);
    news.onmessage = () => void refresh();
    return () => news.close();
  }, [refresh]);
  useEffect(() => {
    const back = (): void => {
      if (document.visibilityState === 'visible') void refresh();
    };
    addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [refresh]);
}

/** The vault as the worker tells it. */
export function useVaultStatus(): VaultState {
  const [status, setStatus] = useState<Result<VaultStatus> | null>(null);
  const own = useDraftOwner();
  const heed = useCallback(
    (value: VaultStatus) => {
      own(value);
      setStatus({ ok: true, value });
    },
    [own],
  );
  const refresh = useCallback(async () => {
    const answer = await ask('vault.status', {});
    if (answer.ok) heed(answer.value);
    else setStatus((known) => (known?.ok && answer.failure.code === 'interrupted' ? known : answer));
  }, [heed]);
  useEffect(() => void refresh(), [refresh]);
  useStatusWatch(status, refresh);
  return { status, heed, refresh };
}
