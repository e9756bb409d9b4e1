import { folded } from '../search-text.ts';
import type { TextLine } from './segment.ts';

/** What a filter looks at: `org:`, `cat:`, `user:` and `host:`. */
export const filterNames = ['org', 'cat', 'user', 'host'] as const;

export type FilterName = (typeof filterNames)[number];

/** Which line of a record each filter looks at; `org:` looks at the organization. */
export const filterLines: Readonly<Record<Exclude<FilterName, 'org'>, TextLine>> = {
  cat: 'category',
  user: 'username',
  host: 'host',
};

export interface QueryFilter {
  readonly name: FilterName;
  /** Folded, never empty. */
  readonly value: string;
}

/** What was typed into the search box, understood. */
export interface SearchQuery {
  /** Folded, in the order typed. */
  readonly words: readonly string[];
  readonly filters: readonly QueryFilter[];
}

/** More words than this say nothing more. */
const mostParts = 12;
const longestPart = 100;

/** A part is `name:"several words"`, `"several words"` or runs to the next blank; an open quote runs to the end. */
const part = /(?:[a-z]+:)?"[^"]*"?|\S+/giu;

const isFilterName = (name: string): name is FilterName => filterNames.some((known) => known === name);

const unquoted = (text: string): string => text.replaceAll('"', '').trim();

/** A pasted address is searched by its host: nobody keeps the rest in IT Glue. */
const hostOfAddress = (text: string): string => text.replace(/^https?:\/\/([^/?#]*).*$/i, '$1');

/** Which filter a part is; null: it is a word. `host:` keeps what else has a colon: `host:10.0.0.1:8443`. */
function filterIn(text: string): QueryFilter | null {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0)).toLowerCase();
  if (!isFilterName(name)) return null;
  return { name, value: folded(hostOfAddress(unquoted(text.slice(colon + 1)))) };
}

/** Understands what was typed. Never fails: what is no filter is a word; a filter without a value yet asks for nothing. */
export function parseQuery(typed: string): SearchQuery {
  const words: string[] = [];
  const filters: QueryFilter[] = [];
  for (const [raw] of [...typed.matchAll(part)].slice(0, mostParts)) {
    const text = raw.slice(0, longestPart);
    const filter = filterIn(text);
    if (filter !== null) {
      if (filter.value !== '') filters.push(filter);
      continue;
    }
    const word = folded(hostOfAddress(unquoted(text)));
    if (word !== '') words.push(word);
  }
  return { words, filters };
}
