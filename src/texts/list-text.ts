import { isolated } from './isolated.ts';
import { perLanguage } from './per-language.ts';

const format = perLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** Names or nouns as one list, with the language's own “and”: a, b and c. */
export const listText = (parts: readonly string[]): string => format().format(parts.map(isolated));
