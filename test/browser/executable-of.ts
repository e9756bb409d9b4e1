import { findBrowsers } from '../../scripts/find-browsers.ts';
import type { BrowserKind, LaunchOptions } from './driver.ts';

/** The browser's path: what the test names, else what this machine has. Throws a sentence when there is none. */
export function executableOf(kind: BrowserKind, { executable }: LaunchOptions): string {
  const path = executable ?? findBrowsers()[kind];
  if (path === undefined) throw new Error(`No ${kind} found: set ${kind.toUpperCase()}_PATH.`);
  return path;
}
