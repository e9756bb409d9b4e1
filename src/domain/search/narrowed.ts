import { formsOfWord } from './abbreviations.ts';
import { shortestMistyped } from './one-edit.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';

/** How a query was taken: as typed, or also for what it may have been meant as. */
export type Taken = 'typed' | 'loose';

/** What a query found among the organizations that may be seen. */
interface Answered {
  readonly query: SearchQuery;
  /** By position of the organization: 1 where its records may be seen. */
  readonly visible: Uint8Array;
  /** Ascending. */
  readonly positions: Uint32Array;
}

const lastOf: Readonly<Record<Taken, WeakMap<SearchIndex, Answered>>> = { typed: new WeakMap(), loose: new WeakMap() };

/** Short words are guessed at in another way than long ones. */
const guessedAlike = (longer: string, word: string): boolean =>
  longer.length < shortestMistyped || word.length >= shortestMistyped;

/** Whatever holds `longer` holds `word`: it is the same, or is typed on and stands for nothing but itself. */
function typedOn(longer: string, word: string, taken: Taken): boolean {
  if (longer === word) return true;
  if (!longer.startsWith(word) || formsOfWord(longer).length > 1) return false;
  return taken === 'typed' || guessedAlike(longer, word);
}

/** Whether every record that answers a query answers the one before as well. */
export const narrows = (query: SearchQuery, before: SearchQuery, taken: Taken): boolean =>
  before.words.every((word) => query.words.some((longer) => typedOn(longer, word, taken))) &&
  before.filters.every(({ name, value }) =>
    query.filters.some((longer) => longer.name === name && longer.value.startsWith(value)),
  );

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The only records that can answer a query, ascending; null: any can. */
export function candidatesFor(
  index: SearchIndex,
  taken: Taken,
  query: SearchQuery,
  visible: Uint8Array,
): Uint32Array | null {
  const last = lastOf[taken].get(index);
  return last !== undefined && narrows(query, last.query, taken) && same(visible, last.visible) ? last.positions : null;
}

/** Keeps what a query found for the next key: the last one of an index only. */
export function keepAnswered(index: SearchIndex, taken: Taken, answered: Answered): void {
  lastOf[taken].set(index, answered);
}
