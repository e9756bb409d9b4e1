import { text } from './text.ts';

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/**
 * BCP 47 tag for dates, numbers and plurals: of the language that texts are in, which need not be the browser's own; where
 * it is, with the browser's region, so that a British day does not become an American one.
 */
export function language(): string {
  const ofTexts = text('languageTag');
  const ofBrowser = chrome.i18n.getUILanguage().replace('_', '-');
  return primary(ofBrowser) === primary(ofTexts) ? ofBrowser : ofTexts;
}

/** Says in the page which language it is in, and from where to where that is written. */
export function markPageLanguage(page: { lang: string; dir: string }): void {
  page.lang = text('languageTag');
  page.dir = text('languageDirection');
}
