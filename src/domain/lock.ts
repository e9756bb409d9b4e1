/** When the vault locks by itself. */
export interface LockSettings {
  /** Minutes without use of the vault, and without the person touching the machine. */
  readonly idleMinutes: number;
  /** Hours after unlocking that no use extends. */
  readonly capHours: number;
}

export const lockLimits = { idleMinutes: { min: 1, max: 240 }, capHours: { min: 1, max: 24 } } as const;

export const defaultLockSettings: LockSettings = { idleMinutes: 15, capHours: 8 };

export interface UnlockedSpan {
  /** Milliseconds since 1970. */
  readonly unlockedAt: number;
  readonly lastUsedAt: number;
}

const minute = 60_000;

/** The moment (ms since 1970) from which the vault counts as locked. */
export const lockDueAt = (span: UnlockedSpan, settings: LockSettings): number =>
  Math.min(span.lastUsedAt + settings.idleMinutes * minute, span.unlockedAt + settings.capHours * 60 * minute);

/** Checked before every use. A clock set back before the last use also locks: the span can no longer be trusted. */
export const lockIsDue = (span: UnlockedSpan, settings: LockSettings, now: number): boolean =>
  now >= lockDueAt(span, settings) || now < span.lastUsedAt - minute;
