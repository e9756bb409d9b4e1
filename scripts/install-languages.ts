import { existsSync } from 'node:fs';
import { aptInstall, canInstall } from './apt-install.ts';
import type { BrowserName } from './find-browsers.ts';

/** What browsers are made to speak in tests beside English. */
const languagesInTests = ['de', 'he'] as const;

interface LanguagePackage {
  readonly name: string;
  /** What is there once it is installed. */
  readonly file: string;
}

/** Debian's browsers speak English alone; every other language is in a package beside. */
const packageOf: Readonly<Record<BrowserName, (language: string) => LanguagePackage>> = {
  chromium: (language) => ({ name: 'chromium-l10n', file: `/usr/lib/chromium/locales/${language}.pak` }),
  firefox: (language) => ({
    name: `firefox-esr-l10n-${language}`,
    file: `/usr/lib/firefox-esr/browser/extensions/langpack-${language}@firefox-esr.mozilla.org.xpi`,
  }),
};

/** Why this browser does not speak the language here; null: it does. */
export function languageObstacle(browser: BrowserName, language: string): string | null {
  const { name, file } = packageOf[browser](language);
  return existsSync(file) ? null : `there is no ${file}; on Debian it is in ${name}`;
}

/**
 * As root on Debian installs what a browser still needs to speak the languages of the tests. Before any of them runs: a
 * newer package of a language brings a newer browser with it.
 */
export function ensureLanguages(browsers: readonly BrowserName[]): void {
  const wanted = browsers.flatMap((browser) => languagesInTests.map((language) => packageOf[browser](language)));
  const missing = new Set(wanted.filter(({ file }) => !existsSync(file)).map(({ name }) => name));
  if (missing.size > 0 && canInstall()) aptInstall([...missing]);
}
