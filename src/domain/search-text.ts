/** Letters that no decomposition takes apart. */
const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

const anyUndecomposed = new RegExp(`[${Object.keys(undecomposed).join('')}]`, 'g');

/** Nearly every name is plain ASCII: then there is nothing to take apart. */
export const beyondAscii = /[^ -~\n\r]/;

/** Text as searching compares it: no accents, no case, wide and ligature forms as their letters. */
export const folded = (text: string): string =>
  beyondAscii.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(anyUndecomposed, (letter) => undecomposed[letter] ?? letter)
    : text.toLowerCase();

/** The words of what was typed into a search field. */
export const typedWords = (typed: string): readonly string[] =>
  folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Whether a folded text holds every word. */
export const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
