import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, findBrowsers, variableOf } from './find-browsers.ts';

const packages: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const spoken: Readonly<Record<BrowserName, string>> = { chromium: 'Chromium (or Edge)', firefox: 'Firefox' };

const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Debian names them so; Ubuntu's are shells around snap, which apt-get says itself. */
function install(names: readonly BrowserName[]): void {
  const steps = [
    ['update'],
    ['install', '-y', '--no-install-recommends', ...names.map((name) => packages[name]), 'fonts-dejavu-core'],
  ];
  for (const args of steps) {
    console.log(`apt-get ${args.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (spawnSync('apt-get', args, { stdio: 'inherit', env }).status !== 0) return;
  }
}

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
