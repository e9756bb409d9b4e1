import browser from 'webextension-polyfill';
import type { HttpAuthAccess } from '../../domain/http-challenge.ts';
import { grantedLateKey } from './granted-late-key.ts';
import { answered, givenWithinMs, inTime } from './within.ts';

/** Both, or nothing: the first shows challenges, the second lets us answer them. */
export const httpAuthPermissions = ['webRequest', 'webRequestAuthProvider'] as const;

/** Chromium passes requests on only to extensions that had the permission when they were loaded. */
const needsRestart = (): boolean => browser.runtime.getURL('').startsWith('chrome-extension:');

/** Whether the browser lets us answer HTTP authentication. */
export async function httpAuthAccess(): Promise<HttpAuthAccess> {
  const granted = (await inTime(browser.permissions.getAll())).permissions ?? [];
  if (!httpAuthPermissions.every((name) => granted.includes(name))) return 'missing';
  const late = needsRestart() && grantedLateKey in (await inTime(browser.storage.session.get(grantedLateKey)));
  return late ? 'restart' : 'granted';
}

/** Notes that the permission came while the browser was running. */
export const noteGrantedLate = (): Promise<void> => inTime(browser.storage.session.set({ [grantedLateKey]: true }));

/** Gives both back. A browser that keeps them all the same, by policy, is not asked again until the next change. */
export async function dropHttpAuthAccess(): Promise<void> {
  await answered(browser.permissions.remove({ permissions: [...httpAuthPermissions] }), false, givenWithinMs);
}
