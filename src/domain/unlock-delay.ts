/** Wrong passphrases since the last right one; kept on disk, so that a restart does not forget them. */
export interface UnlockGuard {
  readonly failures: number;
  /** Milliseconds since 1970 before which no passphrase is tried. */
  readonly notBefore: number;
}

export const freshGuard: UnlockGuard = { failures: 0, notBefore: 0 };

const freeTries = 5;
const longestDelaySeconds = 60;

/** Seconds to wait after so many failures: none up to the fourth, then 1, 2, 4 … 60. */
export const unlockDelaySeconds = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(2 ** Math.min(failures - freeTries, 6), longestDelaySeconds);

export function guardAfterFailure(guard: UnlockGuard, now: number): UnlockGuard {
  const failures = guard.failures + 1;
  return { failures, notBefore: now + unlockDelaySeconds(failures) * 1000 };
}

/** Whole seconds still to wait. A clock set back cannot make the wait longer than the longest delay. */
export const unlockWaitSeconds = (guard: UnlockGuard, now: number): number =>
  Math.ceil(Math.min(Math.max(guard.notBefore - now, 0), longestDelaySeconds * 1000) / 1000);
