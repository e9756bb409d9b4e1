export interface Sample {
  /** Minutes since the beginning. */
  readonly at: number;
  readonly megabytes: number;
}

/** Megabytes a minute, by least squares over the second half, when everything has been loaded once; null: too few samples. */
export function slope(samples: readonly Sample[]): number | null {
  const late = samples.slice(Math.floor(samples.length / 2));
  if (late.length < 3) return null;
  const mean = (of: (sample: Sample) => number): number =>
    late.reduce((sum, sample) => sum + of(sample), 0) / late.length;
  const [x, y] = [mean(({ at }) => at), mean(({ megabytes }) => megabytes)];
  const spread = late.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  const together = late.reduce((sum, { at, megabytes }) => sum + (at - x) * (megabytes - y), 0);
  return spread === 0 ? null : together / spread;
}
