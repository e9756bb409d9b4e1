/** How much of a text, in times of what is wanted of it, is looked at: the rest may be blanks, and without end. */
const ample = 20;

/** Text of the page on one line, cut to a length. */
export const cleanText = (text: string | null | undefined, longest: number): string =>
  (text ?? '')
    .slice(0, longest * ample)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
