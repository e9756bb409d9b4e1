import type { PasswordId } from '../ids.ts';

/** How a password was used from this browser; kept sealed, one for each API key. */
export interface PasswordUse {
  readonly passwordId: PasswordId;
  /** Canonical origin it last went to; null: it was revealed or copied. */
  readonly origin: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly times: number;
}

/** As many as are remembered: the least recent go first. */
export const mostUses = 500;

/** The log with one more use in it, the most recent first. */
export function withUse(
  log: readonly PasswordUse[],
  passwordId: PasswordId,
  origin: string | null,
  at: number,
): readonly PasswordUse[] {
  const before = log.find((use) => use.passwordId === passwordId && use.origin === origin);
  const others = log.filter((use) => use !== before);
  return [{ passwordId, origin, at, times: (before?.times ?? 0) + 1 }, ...others].slice(0, mostUses);
}

const day = 86_400_000;

/** How recently, as points: within the age, so many. */
const recent: readonly { readonly withinMs: number; readonly points: number }[] = [
  { withinMs: day, points: 4 },
  { withinMs: 7 * day, points: 3 },
  { withinMs: 30 * day, points: 2 },
  { withinMs: 365 * day, points: 1 },
];

/** 0 to 7: recency first, then how often. */
export function useGrade(use: PasswordUse, now: number): number {
  const points = recent.find(({ withinMs }) => now - use.at <= withinMs)?.points ?? 0;
  return points === 0 ? 0 : Math.min(7, points + Math.min(3, Math.floor(Math.log2(use.times))));
}
