/** Words shorter than this have too many neighbours to guess at. */
export const shortestMistyped = 5;

const tokens = /[^\s\-_.,:;@\\/|()[\]{}"'<>+#=&]+/g;

const common = (a: string, from: number, b: string, at: number): number => {
  let length = 0;
  while (from + length < a.length && at + length < b.length && a[from + length] === b[at + length]) length += 1;
  return length;
};

/**
 * Whether a token starts with the word but for one edit: a letter that is wrong, missing, one too many, or two that
 * changed places. The first letter must be right: it nearly always is, and much is left out by it.
 */
export function startsWithinOneEdit(token: string, word: string): boolean {
  const same = common(word, 0, token, 0);
  if (same === word.length) return true;
  if (same === 0) return false;
  const fits = (from: number, at: number) => from + common(word, from, token, at) === word.length;
  if (fits(same + 1, same + 1) || fits(same + 1, same) || fits(same, same + 1)) return same < token.length;
  const swapped = word[same] === token[same + 1] && word[same + 1] === token[same];
  return swapped && fits(same + 2, same + 2);
}

/**
 * Tells texts that have such a token. One edit leaves at least one half of the word as it is, or swaps the letters at
 * the seam: texts with neither are told at the speed of a plain search.
 */
export function oneEditMatcher(word: string): (text: string) => boolean {
  const half = Math.ceil(word.length / 2);
  const [left, right] = [word.slice(0, half), word.slice(half)];
  const seam = `${word.slice(0, half - 1)}${word[half] ?? ''}${word[half - 1] ?? ''}`;
  return (text) => {
    if (!text.includes(left) && !text.includes(right) && !text.includes(seam)) return false;
    return text.match(tokens)?.some((token) => startsWithinOneEdit(token, word)) ?? false;
  };
}
