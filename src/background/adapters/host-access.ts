import browser from 'webextension-polyfill';
import { sitePattern } from '../../domain/host.ts';
import type { HostAccess } from '../ports.ts';

/** Site access as the browser has granted it. Whole lists are asked often, so what is granted by name is read once. */
export const hostAccess: HostAccess = {
  async missing(origins) {
    if (origins.length === 0) return [];
    const named = new Set((await browser.permissions.getAll()).origins);
    const answers = await Promise.all(
      origins.map(async (origin) => {
        const pattern = sitePattern(origin);
        return { origin, granted: named.has(pattern) || (await browser.permissions.contains({ origins: [pattern] })) };
      }),
    );
    return answers.filter(({ granted }) => !granted).map(({ origin }) => origin);
  },
};
