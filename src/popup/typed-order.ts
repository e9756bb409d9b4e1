import type { Marks } from '../domain/marks.ts';
import type { SearchedRow } from './home-rows.ts';

const places = (ids: readonly string[], first: number): readonly (readonly [string, number])[] =>
  ids.map((id, place) => [id, first + place]);

/** Whether a word of the name begins with what was typed first. */
const begins = (name: string, [typed = '']: readonly string[]): boolean =>
  name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed));

/**
 * What was found, in the order in which it is likely meant: of the organization that is worked for, then by how a name
 * begins, then what was used last and what has a star. So a letter and Enter are enough for a session in daily use.
 */
export function typedOrder(
  found: readonly SearchedRow[],
  words: readonly string[],
  { favourites, recents }: Marks,
): readonly SearchedRow[] {
  const known = new Map([...places(favourites, recents.length), ...places(recents, 0)]);
  const rank = ({ row, name, own }: SearchedRow): readonly [number, number, number] => [
    own ? 0 : 1,
    begins(name, words) ? 0 : 1,
    known.get(row.id) ?? known.size,
  ];
  return found
    .map((one) => ({ one, rank: rank(one) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ one }) => one);
}
