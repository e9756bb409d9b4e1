import type { Browser } from './manifest-for.ts';

/** Where a build lies. One for a gateway has a place of its own, so that it is never taken for the other. */
export const distFolder = (browser: Browser, forGateway: boolean): string =>
  `dist/${forGateway ? 'gateway-' : ''}${browser}`;
