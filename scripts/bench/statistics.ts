const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The smallest value that at least `share` (0..1) of all do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return ascending(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
}

/** An interval that holds the true median in about 95 % of all repetitions, by order statistics: no shape is assumed. */
export function medianInterval(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = ascending(values);
  const rank = Math.max(0, Math.floor(sorted.length / 2 - 0.98 * Math.sqrt(sorted.length)));
  return { low: sorted[rank] ?? Number.NaN, high: sorted[sorted.length - 1 - rank] ?? Number.NaN };
}

export const tenths = (value: number): number => Math.round(value * 10) / 10;
