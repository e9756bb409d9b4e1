import { text } from './text.ts';

/** BCP 47 tag of the language that texts are in, which need not be the browser's own. */
export const language = (): string => text('languageTag');

/** Says in the page which language it is in, and from where to where that is written. */
export function markPageLanguage(page: { lang: string; dir: string }): void {
  page.lang = language();
  page.dir = text('languageDirection');
}
