import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../test/browser/driver.ts';

export interface AccuracyOptions {
  readonly browser: BrowserKind;
  readonly folders: readonly string[];
  /** null: nothing is written. */
  readonly json: string | null;
  /** Only cases whose id holds this. */
  readonly only: string | null;
  /** So many cases at most of every folder, spread over it; null: all. */
  readonly sample: number | null;
  /** `compare`: say what differs from the list of expected failures; `write`: write that list anew. */
  readonly ratchet: 'compare' | 'write' | null;
}

export const ownCases = 'test/corpus';
/** Stands beside the checkout on some machines; its pages are nobody's to ship. */
export const sharedCases = '../shared/corpus';

export const usage = `npm run accuracy [-- OPTIONS]
  --cases DIR          a folder with *.jsonl and html files (repeatable; default: ${ownCases}, and ${sharedCases} if it is there)
  --browser firefox    default: chromium
  --json FILE          writes the numbers and every case's result to FILE
  --only TEXT          only cases whose id holds TEXT
  --sample N           at most N cases of every folder, always the same ones
  --ratchet            compares with ${ownCases}/expected-failures.json
  --write-ratchet      writes that list anew, keeping its words`;

const options = {
  cases: { type: 'string', multiple: true },
  browser: { type: 'string' },
  json: { type: 'string' },
  only: { type: 'string' },
  sample: { type: 'string' },
  ratchet: { type: 'boolean' },
  'write-ratchet': { type: 'boolean' },
} as const;

const defaultFolders = (): readonly string[] => [ownCases, sharedCases].filter((folder) => existsSync(folder));

/** What was asked for, or one sentence that says what is wrong with it. */
export function accuracyOptions(args: readonly string[]): AccuracyOptions | string {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { browser = 'chromium', cases: folders = defaultFolders(), sample } = values;
    if (browser !== 'chromium' && browser !== 'firefox')
      return `--browser wants chromium or firefox, not "${browser}".`;
    const missing = folders.find((folder) => !existsSync(folder));
    if (missing !== undefined) return `There is no folder ${missing}.`;
    if (sample !== undefined && !/^[1-9]\d*$/.test(sample)) return `--sample wants a number, not "${sample}".`;
    const ratchet = values['write-ratchet'] === true ? 'write' : values.ratchet === true ? 'compare' : null;
    return {
      browser,
      folders,
      json: values.json ?? null,
      only: values.only ?? null,
      sample: sample === undefined ? null : Number(sample),
      ratchet,
    };
  } catch (reason) {
    return `${reason instanceof Error ? reason.message : String(reason)}\n${usage}`;
  }
}
