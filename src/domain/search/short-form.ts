/** Longer words are meant as they are typed. */
const longest = 4;

const separators = '[^a-z0-9]+';

/**
 * Tells texts for which a few letters may stand: the first letters of words that follow each other (`ndg` for
 * Northwind Dental Group), or letters of one word from its first on (`prntr` is too long, `ftg` stands for FortiGate).
 * null: the word is no such short form.
 */
export function shortFormMatcher(word: string): ((text: string) => boolean) | null {
  if (word.length < 2 || word.length > longest || !/^[a-z0-9]+$/.test(word)) return null;
  const letters = [...word];
  const initials = letters.join(`[a-z0-9]*${separators}`);
  const within = letters.join('[a-z0-9]*');
  const expression = new RegExp(`(?:^|[^a-z0-9])(?:${initials}|${within})`);
  return (text) => expression.test(text);
}

/** The first letters of a folded name's words: `ndg`. */
export const initialsOf = (name: string): string =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]).join('');
