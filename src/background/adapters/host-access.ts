import browser from 'webextension-polyfill';
import { sitePattern } from '../../domain/host.ts';
import type { HostAccess } from '../ports.ts';

const granted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [sitePattern(origin)] });

/** Site access as the browser has granted it. */
export const hostAccess: HostAccess = {
  async missing(origins) {
    const answers = await Promise.all(origins.map(async (origin) => ({ origin, granted: await granted(origin) })));
    return answers.filter((answer) => !answer.granted).map(({ origin }) => origin);
  },
};
