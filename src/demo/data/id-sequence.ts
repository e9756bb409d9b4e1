import type { SeededRandom } from './seeded-random.ts';

/** Ids that grow with gaps, as rows of other accounts lie between ours. */
export interface IdSequence {
  readonly next: () => string;
}

export function idSequence(first: number, widestGap: number, random: SeededRandom): IdSequence {
  let last = first - 1;
  return {
    next: () => {
      last += random.between(1, widestGap);
      return String(last);
    },
  };
}
