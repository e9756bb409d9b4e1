import { language } from './language.ts';

/** For many moments: the format is looked up once. */
export function momentTexts(): (at: number) => string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' });
  return (at) => format.format(at);
}

/** A day and a time of it (ms since 1970) as they are written in the language of the texts. */
export const momentText = (at: number): string => momentTexts()(at);
