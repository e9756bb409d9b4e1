import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

export interface ProfileFolder {
  readonly path: string;
  /** Removes the folder if it was made here; a folder that the test gave is kept. */
  remove(): void;
}

/** The folder of a browser's profile: the one that the test gives, made where it is not there yet, else a new one. */
export function profileFolder(given: string | undefined): ProfileFolder {
  const path = given ?? mkdtempSync(join(tmpdir(), 'linked-vault-profile-'));
  mkdirSync(path, { recursive: true });
  const retries = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  return { path, remove: () => (given === undefined ? rmSync(path, retries) : undefined) };
}

/** Closes a browser so that its profile is written; kills it when it has not ended within 10 s. */
export async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const ended = new Promise<void>((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const timer = setTimeout(() => child?.kill('SIGKILL'), 10_000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  await ended;
  clearTimeout(timer);
}
