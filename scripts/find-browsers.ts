import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Chromium first: branded Chrome no longer loads an unpacked extension when a script asks for it. */
const programs: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'chrome'],
  firefox: ['firefox', 'firefox-esr'],
};

const places: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
  firefox: [
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** The environment variable that names a browser's program. */
export const variableOf: Readonly<Record<BrowserName, string>> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH',
};

export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
}

const thisMachine: Machine = { env: process.env, exists: existsSync };

function find(name: BrowserName, { env, exists }: Machine): string | undefined {
  const named = env[variableOf[name]];
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = programs[name].flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...onPath, ...places[name]].find(exists);
}

/**
 * The browsers of this machine: CHROMIUM_PATH and FIREFOX_PATH first, then the search path, then well-known places.
 * A variable that names no file counts as "not there": what a person set is not quietly replaced.
 */
export function findBrowsers(machine: Machine = thisMachine): { chromium?: string; firefox?: string } {
  const chromium = find('chromium', machine);
  const firefox = find('firefox', machine);
  return { ...(chromium === undefined ? {} : { chromium }), ...(firefox === undefined ? {} : { firefox }) };
}
