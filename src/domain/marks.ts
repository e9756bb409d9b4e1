import type { EntryId } from './ids.ts';

/** What a person keeps at hand: entries with a star, and those used last. */
export interface Marks {
  /** The newest star first. */
  readonly favourites: readonly EntryId[];
  /** The latest use first, each entry once. */
  readonly recents: readonly EntryId[];
  /** An administrator knows the way, and wants to be shown no first steps. */
  readonly stepsSkipped?: boolean;
}

export const noMarks: Marks = { favourites: [], recents: [] };

/** As many are remembered: the oldest use goes first, a star never goes by itself. */
export const mostRecents = 20;
export const mostFavourites = 500;

const front = (ids: readonly EntryId[], id: EntryId, most: number): readonly EntryId[] =>
  [id, ...ids.filter((other) => other !== id)].slice(0, most);

/** Gives an entry its star, or takes it away. One more star than there may be changes nothing. */
export function withFavourite(marks: Marks, id: EntryId, favourite: boolean): Marks {
  const others = marks.favourites.filter((other) => other !== id);
  if (!favourite) return { ...marks, favourites: others };
  return others.length >= mostFavourites ? marks : { ...marks, favourites: [id, ...others] };
}

/** Notes that an entry was used just now. */
export const withRecent = (marks: Marks, id: EntryId): Marks => ({
  ...marks,
  recents: front(marks.recents, id, mostRecents),
});
