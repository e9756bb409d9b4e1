import { demoLogins } from '../demo-logins.ts';

/** How a site greets who has signed in. */
export const personOf = (host: string, username: string): string =>
  demoLogins.find((login) => new URL(login.url).host === host && login.username === username)?.person ?? username;
