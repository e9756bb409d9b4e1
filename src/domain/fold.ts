/** Text for comparing: lower case, no diacritics, camelCase and separators taken apart into blanks. */
export const fold = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_\-.,:;!?'’"()[\]{}/|*+]+/g, ' ')
    .trim();

/**
 * One expression for alternatives in any language, parted by `|` and free to run over several lines; they are folded as
 * the texts they are looked for in.
 */
export const words = (alternatives: string): RegExp =>
  new RegExp(
    alternatives
      .replace(/\|\n\s*/g, '|')
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  );

/** For expressions with backslashes. */
export const { raw } = String;
