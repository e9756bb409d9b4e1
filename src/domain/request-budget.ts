/** Who wants to ask IT Glue: a person who waits for it, or a sync that nobody waits for. */
export type Asker = 'person' | 'background';

/** What is left to ask with. Times in milliseconds since 1970. */
export interface Budget {
  readonly tokens: number;
  /** When `tokens` was worked out. */
  readonly at: number;
  /** Until when IT Glue told us to be quiet; 0: it did not. */
  readonly quietUntil: number;
  /** What was sent within the last window, counted by spans of time. */
  readonly sent: readonly Sent[];
}

/** How many requests were sent in a span of time that began at `at`. */
export interface Sent {
  readonly at: number;
  readonly count: number;
}

const spanMs = 10_000;

const windowMs = 300_000;
const windowRequests = 3000;
/** One key serves every technician and every script: four fifths of its window are theirs. */
const ownShare = 0.2;
/** Requests in a row, after a time of quiet. */
const burst = 120;
/** Of these, what a sync leaves to people. */
const reserve = 60;
/** No answer of IT Glue makes it longer: only a clock that was set back. */
const longestQuietMs = 2 * windowMs;
/** In no window of five minutes can there be more than the burst and what flows in meanwhile: the own share. */
const perMs = (windowRequests * ownShare - burst) / windowMs;

export const budgetLimits = {
  windowMs,
  windowRequests,
  ownRequests: windowRequests * ownShare,
  burst,
  reserve,
} as const;

/** A budget that nothing is known of yet: full. */
export const freshBudget = (now: number): Budget => ({ tokens: burst, at: now, quietUntil: 0, sent: [] });

/** A clock that was set back gives nothing, and takes nothing either. */
const flowedIn = ({ tokens, at }: Budget, now: number): number =>
  Math.min(burst, tokens + Math.max(0, now - at) * perMs);

const floorFor = (asker: Asker): number => (asker === 'person' ? 1 : reserve + 1);

/** Milliseconds until this asker may ask; 0: at once. A person may try although IT Glue asked a sync to be quiet. */
export function budgetWait(budget: Budget, asker: Asker, now: number): number {
  const missing = floorFor(asker) - flowedIn(budget, now);
  const refill = missing <= 0 ? 0 : Math.ceil(missing / perMs);
  const quiet = Math.min(budget.quietUntil - now, longestQuietMs);
  return asker === 'person' ? refill : Math.max(refill, quiet, 0);
}

const isWithin =
  (now: number) =>
  ({ at }: Sent): boolean =>
    Math.abs(now - at) < windowMs;

/** How many requests were sent within the last window. */
export const requestsSent = ({ sent }: Budget, now: number): number =>
  sent.filter(isWithin(now)).reduce((sum, { count }) => sum + count, 0);

function sentAfter({ sent }: Budget, now: number): readonly Sent[] {
  const at = now - (now % spanMs);
  const same = sent.find((one) => one.at === at)?.count ?? 0;
  return [...sent.filter((one) => one.at !== at && isWithin(now)(one)), { at, count: same + 1 }];
}

/** The budget after one request. */
export const budgetAfterRequest = (budget: Budget, now: number): Budget => ({
  ...budget,
  tokens: flowedIn(budget, now) - 1,
  at: now,
  sent: sentAfter(budget, now),
});

/** The budget after IT Glue said to wait: what was left of the burst is gone. */
export const budgetAfterRefusal = (budget: Budget, waitMs: number, now: number): Budget => ({
  ...budget,
  tokens: Math.min(flowedIn(budget, now), reserve),
  at: now,
  quietUntil: Math.max(budget.quietUntil, now + waitMs),
});
