import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from '../../test/browser/driver.ts';

/** What a step did. It never holds a password value, an API key or a passphrase. */
export interface StepReport {
  readonly number: number;
  readonly name: string;
  readonly ok: boolean;
  /** Whole milliseconds, the screenshot not counted. */
  readonly ms: number;
  /** File name in the report's folder; null when the step came to no picture. */
  readonly screenshot: string | null;
}

/** What the login form held. */
export interface Filled {
  readonly username: string;
  readonly passwordMatches: boolean;
}

/** The content of `tour.json`. */
export interface TourReport {
  readonly browser: BrowserKind;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Every step went well, and the form held the right user name and password. */
  readonly ok: boolean;
  /** null: the tour did not come so far. */
  readonly filled: Filled | null;
  readonly steps: readonly StepReport[];
}

const ours = /^(\d\d-[a-z0-9-]+\.png|tour\.json)$/;

/** Makes the folder, or takes the last tour out of it; other files stay. */
export function freshFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (ours.test(name)) rmSync(join(folder, name));
}

/** `01-create-the-vault.png` */
export const screenshotName = (number: number, name: string): string =>
  `${String(number).padStart(2, '0')}-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.png`;

export function writeReport(folder: string, report: TourReport): void {
  writeFileSync(join(folder, 'tour.json'), `${JSON.stringify(report, null, 2)}\n`);
}
