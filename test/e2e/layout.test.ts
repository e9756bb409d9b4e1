import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../browser/page-tab.ts';
import type { Tab } from '../browser/surface.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { person } from './person.ts';

/**
 * Runs in the page: makes every text that is ours to write 40 % longer, as other languages do, in words that can wrap, and
 * writes it in that direction.
 */
function lengthen(direction: string): void {
  document.documentElement.dir = direction;
  const longer = (text: string): string => {
    const words = text.trim().split(/\s+/);
    const more = Math.ceil(text.trim().length * 0.4);
    const [last = ''] = words.slice(-1);
    return words.length === 1
      ? `${last}${'n'.repeat(more)}`
      : `${text} ${'verlängert '.repeat(more).slice(0, more).trim()}`;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const node of texts) {
    // Names, addresses and what was typed come from elsewhere.
    const given = node.parentElement?.closest('bdi, code, kbd, textarea, .entry-detail');
    if (given === null && node.data.trim().length > 1) node.data = longer(node.data);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('[placeholder]'))
    field.placeholder = longer(field.placeholder);
}

/** Runs in the page: what sticks out of it sideways, or out of a box that does not say how it ends. */
function stickingOut(): readonly string[] {
  const page = document.documentElement;
  const names = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
  const scrolls =
    page.scrollWidth > page.clientWidth + 1 ? [`the page: ${page.scrollWidth} in ${page.clientWidth}`] : [];
  const cut = Array.from(document.querySelectorAll<HTMLElement>('body *')).filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden') !== null)
      return false;
    const { left, right, width } = element.getBoundingClientRect();
    const clipped =
      element.parentElement?.closest('.ellipsis, .entry-name, .entry-detail, .audit-about, .audit-row') ?? null;
    if (clipped === null && width > 0 && (left < -1 || right > innerWidth + 1)) return true;
    const button = element.matches('button, a.button, .badge, h1, h2, label, legend, summary');
    return (
      button &&
      element.scrollWidth > element.clientWidth + 1 &&
      getComputedStyle(element).overflowX === 'visible' &&
      getComputedStyle(element).display !== 'inline'
    );
  });
  return [...scrolls, ...cut.map(names)];
}

interface Place {
  readonly path: string;
  readonly seen: string;
}

const options = (hash: string, seen: string): Place => ({ path: `src/options/index.html${hash}`, seen });

const places: readonly Place[] = [
  options('#/', 'portal.northwind.example'),
  options('#/credential/new', '336 organizations'),
  options('#/session/new', 'Credentials: Linked (vault)'),
  options('#/keys', 'Demo key'),
  options('#/keys/new', 'Test connection'),
  options('#/packs', 'New pack'),
  options('#/audit', 'Export as CSV'),
  options('#/settings', 'Technician passphrase'),
  options('#/shortcuts', 'Fill the page in front'),
  options('#/diagnostics', 'Copy the report'),
];

const popup: Place = { path: 'src/popup/index.html', seen: 'Website sessions' };
const panel: Place = { path: 'src/popup/index.html#panel', seen: 'Website sessions' };

describe.each(pageKinds)('layout in %s', (kind) => {
  let desk: Desk;
  const looksAt = async ({ path, seen }: Place, width: number, direction: string): Promise<readonly string[]> => {
    const tab: Tab = await desk.browser.openExtensionPage(path);
    // A page that is shown at 200 % has half as many of its own pixels.
    await pageOf(tab).setViewport({ width, height: 450, deviceScaleFactor: 2 });
    await person(tab).sees(seen);
    await tab.evaluate(lengthen, direction);
    const found = await tab.evaluate(stickingOut);
    await tab.close();
    return found;
  };
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
    await desk.linked({ host: 'a-very-long-name-of-a-device.branch-office.northwind.example:8443', granted: false });
  });
  afterAll(() => desk?.close());

  describe.each(['ltr', 'rtl'])('written %s, every text two fifths longer, at twice the size', (direction) => {
    it('nothing sticks out of the options page', async () => {
      const [key] = await desk.ask('apiKey.list', {});
      for (const place of [
        ...places,
        options(`#/keys/${key?.id}`, 'Left out'),
        options(`#/keys/${key?.id}/check`, 'Check again'),
      ])
        expect({ ...place, found: await looksAt(place, 640, direction) }).toEqual({ ...place, found: [] });
    });

    it('nothing sticks out of the popup, and of the panel at its narrowest', async () => {
      expect(await looksAt(popup, 400, direction)).toEqual([]);
      expect(await looksAt(panel, 200, direction)).toEqual([]);
    });
  });

  it('sees what sticks out (control)', async () => {
    const tab = await desk.browser.openExtensionPage('src/options/index.html#/keys');
    await person(tab).sees('Demo key');
    await tab.evaluate(() => {
      const wide = document.createElement('p');
      wide.style.inlineSize = '3000px';
      document.querySelector('main')?.append(wide);
    });
    expect(await tab.evaluate(stickingOut)).not.toEqual([]);
    await tab.close();
  });

  it('nothing sticks out before there is a vault', async () => {
    await desk.ask('vault.erase', { confirm: 'erase' });
    for (const direction of ['ltr', 'rtl'])
      expect(await looksAt(options('', 'Create your vault'), 640, direction)).toEqual([]);
  });
});
