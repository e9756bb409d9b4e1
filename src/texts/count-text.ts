import { language } from './language.ts';

/** A number as it is written in the language of the texts: 20,000. */
export const countText = (count: number): string => new Intl.NumberFormat(language()).format(count);
