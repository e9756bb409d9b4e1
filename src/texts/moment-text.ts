import { perLanguage } from './per-language.ts';

const format = perLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }));

/** For many moments: the format is looked up once. */
export function momentTexts(): (at: number) => string {
  const found = format();
  return (at) => found.format(at);
}

/** A day and a time of it (ms since 1970) as they are written in the language of the texts. */
export const momentText = (at: number): string => momentTexts()(at);
