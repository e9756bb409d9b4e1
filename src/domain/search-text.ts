/** Text as searching compares it: no accents, no case. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of what was typed into a search field. */
export const typedWords = (typed: string): readonly string[] =>
  folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Whether a folded text holds every word. */
export const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
