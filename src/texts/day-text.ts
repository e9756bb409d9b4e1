import { language } from './language.ts';

/** A calendar day (ms since 1970) as it is written in the language of the texts. */
export const dayText = (at: number): string =>
  new Intl.DateTimeFormat(language(), { year: 'numeric', month: 'short', day: 'numeric' }).format(at);
