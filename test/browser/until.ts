const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds between two looks: soon at first, then less often, since every look costs a busy browser time of its own. */
const [soonest, latest, growth] = [20, 100, 1.4];

/**
 * Asks `probe` again and again until it gives something other than null, undefined or false.
 * A probe that throws counts as "not yet" (documents come and go); its last error is told at the end of `timeoutMs`.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  timeoutMs = 10_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  let pause = soonest;
  do {
    try {
      const found = await probe();
      if (found !== null && found !== undefined && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await sleep(pause);
    pause = Math.min(pause * growth, latest);
  } while (Date.now() < end);
  const why = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`waited ${timeoutMs} ms in vain for ${what}${why}`);
}
