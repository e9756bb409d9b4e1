/** Text of the page on one line, cut to a length. */
export const cleanText = (text: string | null | undefined, longest: number): string =>
  (text ?? '').replace(/\s+/g, ' ').trim().slice(0, longest);
