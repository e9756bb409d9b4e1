import browser from 'webextension-polyfill';
import { sitePattern } from '../../domain/host.ts';
import type { HostAccess } from '../ports.ts';
import { dropHttpAuthAccess, httpAuthAccess } from './http-auth-access.ts';
import { inTime } from './within.ts';

/** Whether a granted pattern covers a site that is named by its own pattern: by name, or as one of all sites or of a domain's. */
export function covers(granted: string, site: string): boolean {
  if (granted === site || granted === '<all_urls>') return true;
  const wide = /^(\*|https?):\/\/\*(\.[^/]+)?\/\*$/.exec(granted);
  const [, scheme, host] = /^(https?):\/\/([^/]+)\/\*$/.exec(site) ?? [];
  if (wide === null || scheme === undefined || host === undefined) return false;
  const domain = wide[2];
  return (wide[1] === '*' || wide[1] === scheme) && (domain === undefined || `.${host}`.endsWith(domain));
}

/** Site access as the browser has granted it, read whole: asking site by site takes longer than everything else a list does. */
export const hostAccess: HostAccess = {
  httpAuth: httpAuthAccess,
  dropHttpAuth: dropHttpAuthAccess,
  async missing(origins) {
    const granted = (await inTime(browser.permissions.getAll())).origins ?? [];
    return origins.filter((origin) => !granted.some((pattern) => covers(pattern, sitePattern(origin))));
  },
};
