import { isolated } from './isolated.ts';
import { language } from './language.ts';

/** Names or nouns as one list, with the language's own “and”: a, b and c. */
export const listText = (parts: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts.map(isolated));
