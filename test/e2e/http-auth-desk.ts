import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import type { Site } from '../../src/demo/site.ts';
import type { BrowserKind } from '../browser/driver.ts';
import { grantHttpAuth } from '../browser/http-auth-permission.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { type Desk, freshProfile, openDesk } from './desk.ts';
import { type Person, person } from './person.ts';

const everywhere: readonly string[] = ['https://*/*', 'http://*/*'];

/** A desk whose browser lets the extension answer HTTP authentication on every site: what is refused, we refuse. */
export async function openHttpAuthDesk(kind: BrowserKind, sites: readonly Site[]): Promise<Desk> {
  const server = await startDemoServer({ sites });
  const profileDir = freshProfile();
  const first = await openDesk(kind, { vault: true, server, profileDir });
  for (const pattern of everywhere) await first.browser.grantSiteAccess(pattern);
  await grantHttpAuth(first.options);
  if (kind === 'firefox') return first;
  // Chromium lets the permission count from its next start on.
  await first.browser.close();
  const desk = await openDesk(kind, { server, profileDir });
  await desk.ask('vault.unlock', { passphrase: demoPassphrase });
  return desk;
}

/** What a device was sent to sign in with, request by request; null: nothing. */
export const authorizationsAt = (desk: Desk, host: string): readonly (string | null)[] =>
  desk.server.requests
    .filter((hit) => hit.host === host && hit.path !== '/favicon.ico')
    .map(({ headers }) => headers.authorization ?? null);

/** Every `Authorization` and `Proxy-Authorization` that any site ever got, with its host. */
export const everyAuthorization = (desk: Desk): readonly string[] =>
  desk.server.requests.flatMap(({ host, headers }) =>
    [headers.authorization, headers['proxy-authorization']].flatMap((sent) =>
      sent === undefined ? [] : `${host} ${sent}`,
    ),
  );

const isChooser = (url: string): boolean => url.includes('/src/chooser/index.html');

/** The chooser window, when it has opened. */
export async function chooserOf(desk: Desk): Promise<Person & { readonly tab: Tab }> {
  const tab = await desk.browser.waitForTab(isChooser);
  const me: Person = person(tab);
  return { ...me, tab };
}

/** Goes to an address without waiting for the page: it comes once somebody has signed in. */
export async function leaveFor(tab: Tab, url: string): Promise<void> {
  void tab.goto(url).catch(() => undefined);
}

/** Runs in an extension page: how many windows of the small kind there are. The chooser is the only one. */
async function smallWindows(): Promise<number> {
  const { windows } = (
    globalThis as unknown as {
      readonly chrome: { readonly windows: { getAll(): Promise<readonly { readonly type: string }[]> } };
    }
  ).chrome;
  return (await windows.getAll()).filter(({ type }) => type === 'popup').length;
}

export const chooserIsOpen = async (desk: Desk): Promise<boolean> => (await desk.options.evaluate(smallWindows)) > 0;

export const chooserIsClosed = (desk: Desk): Promise<boolean> =>
  until('the chooser to close', async () => !(await chooserIsOpen(desk)));
