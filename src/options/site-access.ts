import browser from 'webextension-polyfill';
import { sitePattern } from '../domain/host.ts';

/**
 * Asks the browser for access to sites. Call it in the click handler before anything is awaited: Firefox grants
 * nothing after that. What is granted already brings no prompt. false: refused, by the person or by policy.
 */
export function requestSites(patterns: readonly string[]): Promise<boolean> {
  if (patterns.length === 0) return Promise.resolve(true);
  return browser.permissions.request({ origins: [...patterns] }).catch(() => false);
}

export const patternsOfOrigins = (origins: readonly string[]): readonly string[] => [
  ...new Set(origins.map(sitePattern)),
];
