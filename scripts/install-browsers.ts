import { aptInstall, canInstall } from './apt-install.ts';
import { type BrowserName, findBrowsers, variableOf } from './find-browsers.ts';

const packages: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const spoken: Readonly<Record<BrowserName, string>> = { chromium: 'Chromium (or Edge)', firefox: 'Firefox' };

/** Debian names them so; Ubuntu's are shells around snap, which apt-get says itself. */
const install = (names: readonly BrowserName[]): void =>
  aptInstall([...names.map((name) => packages[name]), 'fonts-dejavu-core']);

function whatToDo(missing: readonly BrowserName[]): string {
  const wrong = missing.flatMap((name) => {
    const named = process.env[variableOf[name]];
    return named ? [`${variableOf[name]} names no file (${named})`] : [];
  });
  if (wrong.length > 0) return `${wrong.join(' and ')}: set it to the browser's program, or unset it.`;
  const names = missing.map((name) => spoken[name]).join(' and ');
  const variables = missing.map((name) => variableOf[name]).join(' and ');
  const apt = `apt-get install ${missing.map((name) => packages[name]).join(' ')}`;
  const how = process.platform === 'linux' ? ` (Debian: sudo ${apt})` : '';
  return `No ${names} found: install it${how} or set ${variables} to its program.`;
}

/**
 * Paths of the browsers asked for. As root on Debian the missing ones are installed with apt-get, its output shown.
 * Throws one sentence that says what to do when one is still missing.
 */
export async function ensureBrowsers<const N extends BrowserName>(names: readonly N[]): Promise<Record<N, string>> {
  const missingNow = () => names.filter((name) => findBrowsers()[name] === undefined);
  const unnamed = missingNow().filter((name) => !process.env[variableOf[name]]);
  if (unnamed.length > 0 && canInstall()) install(unnamed);
  const missing = missingNow();
  if (missing.length > 0) throw new Error(whatToDo(missing));
  return findBrowsers() as Record<N, string>;
}
