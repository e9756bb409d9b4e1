/** How IT Glue refuses a key: unknown or not visible, not allowed, too many requests. */
export const refusalStatuses = [401, 403, 429] as const;

export type KeyRefusal = (typeof refusalStatuses)[number];

/** What IT Glue refused a key on one day. */
export interface KeyDay {
  /** Days since 1970, in UTC. */
  readonly day: number;
  readonly refused: Readonly<Record<KeyRefusal, number>>;
}

/** As many days are remembered. */
export const healthDays = 30;
const dayMs = 86_400_000;
const none: KeyDay['refused'] = { 401: 0, 403: 0, 429: 0 };

export const dayOf = (at: number): number => Math.floor(at / dayMs);

/** The days that are still remembered, the latest first. */
export const recentDays = (days: readonly KeyDay[], now: number): readonly KeyDay[] =>
  days.filter(({ day }) => day > dayOf(now) - healthDays && day <= dayOf(now)).sort((a, b) => b.day - a.day);

/** One more refusal today. */
export function withRefusal(days: readonly KeyDay[], status: KeyRefusal, now: number): readonly KeyDay[] {
  const today = days.find(({ day }) => day === dayOf(now))?.refused ?? none;
  const others = days.filter(({ day }) => day !== dayOf(now));
  return recentDays([...others, { day: dayOf(now), refused: { ...today, [status]: today[status] + 1 } }], now);
}

/** What checking an entry with its key came to. */
export type EntryVerdict = 'works' | 'gone' | 'no-access' | 'untold';
