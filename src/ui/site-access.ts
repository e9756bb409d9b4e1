import browser, { type Manifest, type Permissions } from 'webextension-polyfill';
import type { SessionPlace } from '../domain/entry.ts';
import { sitePattern } from '../domain/host.ts';

/** What a session needs of the browser beside its sites. */
interface Needs {
  readonly httpAuth: boolean;
  readonly openIn: SessionPlace;
}

/**
 * Asks the browser for access to sites. Call it in the click handler before anything is awaited: Firefox grants
 * nothing after that. What is granted already brings no prompt. false: refused, by the person or by policy.
 */
export const requestSites = (patterns: readonly string[]): Promise<boolean> =>
  requestAccess(patterns, { httpAuth: false, openIn: 'tab' });

/** Whether the browser has containers at all. */
export const hasContainers = (): boolean => browser.runtime.getURL('').startsWith('moz-extension:');

/** The same, together with the permissions to answer HTTP authentication and to open containers: all of it, or nothing. */
export function requestAccess(patterns: readonly string[], { httpAuth, openIn }: Needs): Promise<boolean> {
  const permissions: Manifest.OptionalPermission[] = [
    ...(httpAuth ? (['webRequest', 'webRequestAuthProvider'] as const) : []),
    ...(openIn === 'container' && hasContainers() ? (['cookies'] as const) : []),
  ];
  if (patterns.length === 0 && permissions.length === 0) return Promise.resolve(true);
  const wanted: Permissions.Permissions = { origins: [...patterns] };
  if (permissions.length > 0) wanted.permissions = permissions;
  return browser.permissions.request(wanted).catch(() => false);
}

export const patternsOfOrigins = (origins: readonly string[]): readonly string[] => [
  ...new Set(origins.map(sitePattern)),
];
