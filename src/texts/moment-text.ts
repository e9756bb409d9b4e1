import { language } from './language.ts';

/** A day and a time of it (ms since 1970) as they are written in the language of the texts. */
export const momentText = (at: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
