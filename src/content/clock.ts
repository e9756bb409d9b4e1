/** How long a reading may go on. */
export interface Clock {
  /** Asked between any two pieces of work: whether to leave the rest. It stays so. */
  readonly late: () => boolean;
  /** Whether anything was left, so that what was read says nothing of the page. */
  readonly wasLate: () => boolean;
}

export function startClock(forMs: number): Clock {
  const end = performance.now() + forMs;
  let was = false;
  return {
    late() {
      was ||= performance.now() > end;
      return was;
    },
    wasLate: () => was,
  };
}
