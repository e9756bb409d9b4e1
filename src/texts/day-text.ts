import { perLanguage } from './per-language.ts';

const format = perLanguage((tag) => new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'short', day: 'numeric' }));

/** A calendar day (ms since 1970) as it is written in the language of the texts. */
export const dayText = (at: number): string => format().format(at);
