import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { allowPrivateWindows, openPrivateTab } from '../browser/private-windows.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, freshProfile, openDesk } from '../e2e/desk.ts';
import { loginValues, loot, wordOf } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';
import { type Find, searchProfile } from './profile-search.ts';

const host = 'linked.attack.example';

/** What only a private window ever saw. */
const seen = {
  'host of a page that is nobody’s session': 'zx-private-wagtail-and-godwit',
  'path of that page': 'zx-private-path-of-nightjar',
  'title of that page': 'Zx Private Title of a Stranger',
  'path of the linked page': 'zx-private-path-of-lapwing',
  'query of the linked page': 'zx-private-query-of-plover',
  'title of the linked page': 'Zx Private Title of the Linked Page',
  'what was typed there': 'zx-private-typed-by-somebody',
};
/** The same of an ordinary window: what the search would find. */
const ordinary = { host: 'zx-ordinary-dotterel-and-knot', path: 'zx-ordinary-path-of-curlew' };

const titles: Readonly<Record<string, string>> = {
  [host]: seen['title of the linked page'],
  [`${seen['host of a page that is nobody’s session']}.attack.example`]: seen['title of that page'],
  [`${ordinary.host}.attack.example`]: 'An ordinary page',
};

const titled = (title: string) =>
  htmlReply(page(loginForm(), `<title>${title}</title>`).replace(/<title>Sign in<\/title>/, ''));

/** Looks and acts as a technician does over a page: popup asked what is there, explanation, fill, search. */
async function useOver(desk: Desk, tab: Tab, entryId: EntryId): Promise<string> {
  await tab.bringToFront();
  const front = await until('the tab in front', async () => {
    const answer = await desk.ask('page.front', {});
    return answer.tabId === null ? null : answer;
  });
  await desk.ask('index.search', { query: 'portal', limit: 20, origin: null, organizationId: null });
  return wordOf(await desk.tryAsk('page.fill', { entryId, passwordId: null, tabId: front.tabId ?? -1 } as never));
}

describe.each(browserKinds)('private windows of %s', (kind) => {
  const profileDir = freshProfile();
  let kept = '';
  let finds: readonly Find[] = [];
  const ends: Record<string, string> = {};
  beforeAll(async () => {
    const handle = ({ url }: Request) => titled(titles[new URL(url).hostname] ?? '');
    const server = await startDemoServer({ sites: [{ hosts: ['*.attack.example'], handle }] });
    const desk = await openDesk(kind, { profileDir, server, vault: true, prepare: allowPrivateWindows });
    try {
      const { sessionId } = await desk.linked({ host });
      await desk.browser.grantSiteAccess('https://*/*');
      await (await desk.browser.openTab(`https://${ordinary.host}.attack.example/${ordinary.path}`)).close();
      const stranger = `https://${seen['host of a page that is nobody’s session']}.attack.example/${seen['path of that page']}`;
      const tab = await openPrivateTab(desk.browser, desk.options, stranger);
      ends.stranger = await useOver(desk, tab, sessionId);
      await tab.goto(`https://${host}/${seen['path of the linked page']}?q=${seen['query of the linked page']}`);
      ends.linked = await useOver(desk, tab, sessionId);
      ends.values = JSON.stringify(await loginValues(tab));
      await tab.type('#username', seen['what was typed there']);
      kept = JSON.stringify([
        await desk.ask('entries.list', {}),
        await desk.ask('audit.stretch', { before: null, runs: 100 }),
        await desk.ask('settings.get', {}),
        await desk.ask('index.state', {}),
      ]);
    } finally {
      await desk.close();
    }
    finds = searchProfile(profileDir, { ...seen, ...ordinary });
  });
  afterAll(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

  it('SR-46: control: the extension works there, and an ordinary window leaves what the search finds', () => {
    expect(ends).toEqual({ stranger: 'no-linked-session', linked: 'filled', values: JSON.stringify(loot) });
    expect(finds.filter(({ marker }) => marker in ordinary)).not.toEqual([]);
  });

  it('SR-46: nothing of what a private window saw is anywhere in the profile', () => {
    expect(finds.filter(({ marker }) => marker in seen)).toEqual([]);
  });

  it('SR-46: nor in what is sealed: of the fill its entry and the origin that the entry names, and no more', () => {
    expect(kept).toContain(`https://${host}`);
    for (const text of Object.values(seen)) expect(kept).not.toContain(text);
  });
});
