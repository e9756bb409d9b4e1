import browser, { type Permissions } from 'webextension-polyfill';
import { sitePattern } from '../domain/host.ts';

/**
 * Asks the browser for access to sites. Call it in the click handler before anything is awaited: Firefox grants
 * nothing after that. What is granted already brings no prompt. false: refused, by the person or by policy.
 */
export const requestSites = (patterns: readonly string[]): Promise<boolean> => requestAccess(patterns, false);

/** The same, together with the permission to answer HTTP authentication: all of it, or nothing. */
export function requestAccess(patterns: readonly string[], httpAuth: boolean): Promise<boolean> {
  if (patterns.length === 0 && !httpAuth) return Promise.resolve(true);
  const wanted: Permissions.Permissions = { origins: [...patterns] };
  if (httpAuth) wanted.permissions = ['webRequest', 'webRequestAuthProvider'];
  return browser.permissions.request(wanted).catch(() => false);
}

export const patternsOfOrigins = (origins: readonly string[]): readonly string[] => [
  ...new Set(origins.map(sitePattern)),
];
