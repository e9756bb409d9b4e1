import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ok, type Result } from '../domain/result.ts';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';

export interface VaultState {
  /** null: not known yet. */
  readonly status: Result<VaultStatus> | null;
  /** Takes a status that a command has answered. */
  readonly heed: (status: VaultStatus) => void;
  readonly refresh: () => Promise<void>;
}

/** The vault's state, asked again when it is due to lock: use may have moved that moment. */
export function useVaultStatus(): VaultState {
  const [status, setStatus] = useState<Result<VaultStatus> | null>(null);
  const refresh = useCallback(async () => setStatus(await ask('vault.status', {})), []);
  const heed = useCallback((value: VaultStatus) => setStatus(ok(value)), []);
  // Before the first paint: an effect proper would wait a frame, and this is the first of several answers.
  useLayoutEffect(() => void refresh(), [refresh]);
  useEffect(() => {
    const lockAt = status?.ok ? status.value.lockAt : null;
    if (lockAt === null) return;
    const timer = setTimeout(() => void refresh(), Math.max(1000, lockAt - Date.now() + 100));
    return () => clearTimeout(timer);
  }, [status, refresh]);
  return { status, heed, refresh };
}
