import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ok, type Result } from '../domain/result.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { askFirst } from './early-answers.ts';

export interface VaultState {
  /** null: not known yet. */
  readonly status: Result<VaultStatus> | null;
  /** Takes a status that a command has answered. */
  readonly heed: (status: VaultStatus) => void;
  readonly refresh: () => Promise<void>;
}

/** How often an open popup looks whether the vault was locked elsewhere: by time, a shortcut, the screen or another window. */
const lookEveryMs = 1000;

const same = (a: Result<VaultStatus> | null, b: Result<VaultStatus>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The vault's state, asked again and again while it is unlocked: what the popup shows must not outlive a lock. Looking is no use of the vault. */
export function useVaultStatus(): VaultState {
  const [status, setStatus] = useState<Result<VaultStatus> | null>(null);
  const refresh = useCallback(async () => {
    const now = await askFirst('vault.status', {});
    setStatus((before) => (same(before, now) ? before : now));
  }, []);
  const heed = useCallback((value: VaultStatus) => setStatus(ok(value)), []);
  // Before the first paint: an effect proper would wait a frame, and this is the first of several answers.
  useLayoutEffect(() => void refresh(), [refresh]);
  const unlocked = status?.ok === true && status.value.state === 'unlocked';
  useEffect(() => {
    if (!unlocked) return;
    const timer = setInterval(() => void refresh(), lookEveryMs);
    return () => clearInterval(timer);
  }, [unlocked, refresh]);
  return { status, heed, refresh };
}
