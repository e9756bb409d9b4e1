import { perLanguage } from './per-language.ts';

const format = perLanguage((tag) => new Intl.NumberFormat(tag));

/** A number as it is written in the language of the texts: 20,000. */
export const countText = (count: number): string => format().format(count);
