import type { Mutant } from './mutant.ts';

/** The line (from 1) on which a mutant's text stands in its file; null: it stands there never, or more than once. */
export function placeOf({ find }: Mutant, text: string): number | null {
  const at = text.indexOf(find);
  if (at < 0 || text.indexOf(find, at + 1) >= 0) return null;
  return text.slice(0, at).split('\n').length;
}
