import type { Site } from '../../src/demo/site.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { OutcomeRecord } from '../../src/messaging/contract.ts';
import type { BrowserKind } from '../browser/driver.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Tab } from '../browser/surface.ts';
import { type Desk, type LinkedSession, openDesk, type SessionSetup } from '../e2e/desk.ts';
import { htmlReply } from './pages/html.ts';

/** What an attacker is after: the user name and the password that every session of a bench is linked to. */
export const loot = { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' } as const;

/** Hosts of nobody's session; whatever reaches them is told by `bench.stolen`. */
export const attackers = ['evil.example', 'spy.example', 'evil.attack.example'] as const;

export type Handler = (request: Request) => Response | Promise<Response>;

/** A desk before which any host below `attack.example` may stand, with site access granted to it. */
export interface Bench {
  readonly desk: Desk;
  /** Serves a host name, at any port and by both schemes, from now on. */
  serve(host: string, handler: Handler | string): void;
  link(host: string, more?: Omit<SessionSetup, 'host'>): Promise<LinkedSession>;
  /** Goes to the address in the one tab that all visits share: opening tabs is slow. */
  visit(url: string): Promise<Tab>;
  /** Asks to fill the tab, which is brought to the front, and says in one word how that ended. */
  fill(tab: Tab, entryId: EntryId): Promise<string>;
  /** How the fill that a launch left in the tab in front ended, or null. */
  outcomeInFront(): Promise<string | null>;
  /** Requests to an attacker's host other than the browser's own for an icon. */
  stolen(): readonly string[];
  close(): Promise<void>;
}

type Answer =
  | { readonly ok: true; readonly value: OutcomeRecord }
  | { readonly ok: false; readonly failure: { readonly code: string } };

function wordOfEnd(end: OutcomeRecord['end']): string {
  if ('signInDialog' in end) return 'sign-in-dialog';
  if ('copied' in end) return 'copied';
  if ('failure' in end) return end.failure.code;
  return end.outcome.kind === 'refused' ? end.outcome.reason : end.outcome.kind;
}

export const wordOf = (answer: unknown): string => {
  const said = answer as Answer;
  return said.ok ? wordOfEnd(said.value.end) : said.failure.code;
};

async function fillTab(desk: Desk, tab: Tab, entryId: EntryId): Promise<string> {
  await tab.bringToFront();
  const { tabId } = await desk.ask('page.front', {});
  return wordOf(await desk.tryAsk('page.fill', { entryId, passwordId: null, tabId: tabId ?? -1 } as never));
}

const hostPatterns = [
  'attack.example:*',
  '*.attack.example:*',
  'portal.attack.example.:*',
  'portalattack.example:*',
  'portal.attack.example.evil.example:*',
  ...attackers.map((host) => `${host}:*`),
];

/** Every site there is, so that whatever is refused is not refused by the browser. */
export const everywhere: readonly string[] = ['https://*/*', 'http://*/*'];

export async function openBench(kind: BrowserKind, siteAccess = everywhere): Promise<Bench> {
  const handlers = new Map<string, Handler>();
  const site: Site = {
    hosts: hostPatterns,
    handle: (request) => {
      const { hostname, pathname } = new URL(request.url);
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
      return handlers.get(hostname)?.(request) ?? htmlReply('<p>Nothing here.</p>');
    },
  };
  const desk = await openDesk(kind, { vault: true, sites: [site] });
  let visitor: Tab | null = null;
  for (const pattern of siteAccess) await desk.browser.grantSiteAccess(pattern);
  return {
    desk,
    serve: (host, handler) => {
      handlers.set(host, typeof handler === 'string' ? () => htmlReply(handler) : handler);
    },
    async visit(url) {
      visitor ??= await desk.browser.openTab('about:blank');
      await visitor.goto(url);
      await visitor.bringToFront();
      return visitor;
    },
    link: (host, more = {}) => desk.linked({ ...more, host, granted: false }),
    fill: (tab, entryId) => fillTab(desk, tab, entryId),
    async outcomeInFront() {
      const { lastOutcome } = await desk.ask('page.front', {});
      return lastOutcome === null ? null : wordOfEnd(lastOutcome.end);
    },
    stolen: () =>
      desk.server.requests
        .filter(({ host, path }) => (attackers as readonly string[]).includes(host) && path !== '/favicon.ico')
        .map(({ method, host, path, search, body }) => `${method} ${host}${path}${search} ${body}`),
    close: () => desk.close(),
  };
}

/** Every value that is in any input of the tab, in frames and open shadow roots too. */
export async function allValues(tab: Tab): Promise<readonly string[]> {
  const read = () => {
    const found: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLInputElement && element.type !== 'hidden') found.push(element.value);
        if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      }
    }
    return found;
  };
  const frames = pageOf(tab).frames();
  return (await Promise.all(frames.map((frame) => frame.evaluate(read)))).flat();
}

/** Whether any of the texts holds a part of the loot. */
export const holdsLoot = (texts: readonly string[]): boolean =>
  texts.some((text) => Object.values(loot).some((part) => text.includes(part)));

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The fields of the page's plain login form. */
export const loginValues = (tab: Tab) =>
  tab.evaluate(() => ({
    username: document.querySelector<HTMLInputElement>('#username')?.value ?? null,
    password: document.querySelector<HTMLInputElement>('#password')?.value ?? null,
  }));
