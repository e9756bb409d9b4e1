/** What the fake knows of time. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects with the signal's reason when it aborts first. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Newer than every generated record: a clock that starts here never makes one come from the future. */
export const demoEpoch = Date.UTC(2026, 10, 16, 8, 0, 0);

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** Moves only when told to; a sleep moves it too and takes no real time. */
export function manualClock(start: number = demoEpoch): Clock & { readonly advance: (ms: number) => void } {
  let time = start;
  const advance = (ms: number): void => {
    time += ms;
  };
  return {
    now: () => time,
    advance,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      advance(ms);
      await Promise.resolve();
    },
  };
}
