import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { TextKey } from '../../src/texts/text-key.ts';
import type { Surface } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { messagesOf } from '../texts/speak.ts';
import { violations } from './axe.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { holds } from './page.ts';
import { type Person, person } from './person.ts';
import { type SpeakingBuild, speakingBuild } from './speaking-build.ts';
import { typist } from './typist.ts';

const spoken = [
  { language: 'de', direction: 'ltr' },
  { language: 'he', direction: 'rtl' },
] as const;

const cases = pageKinds.flatMap((kind) => spoken.map((one) => ({ kind, ...one })));

/** Runs in the page: what it says of its language, and how its text really runs. */
const languageOf = () => {
  const { lang, dir } = document.documentElement;
  return { lang, dir, runs: getComputedStyle(document.body).direction };
};

/** Whether an element lies in the half of the page where lines end: at the right, or in a mirrored page at the left. */
const liesAtTheEnd = (surface: Surface, selector: string): Promise<boolean> =>
  surface.evaluate((css) => {
    const box = document.querySelector(css)?.getBoundingClientRect();
    if (box === undefined) throw new Error(`no ${css}`);
    const atRight = box.left + box.width / 2 > innerWidth / 2;
    return atRight === (document.documentElement.dir === 'ltr');
  }, selector);

/** Whether anything of the page sticks out at a side. */
const overflows = (surface: Surface): Promise<boolean> =>
  surface.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Runs in the page: texts that are cut, and do not show how they begin. */
const withoutBeginning = (): readonly string[] =>
  Array.from(
    document.querySelectorAll<HTMLElement>(
      '.ellipsis, .ellipsis bdi, .entry-name, .entry-name bdi, .entry-detail, .entry-detail bdi',
    ),
  ).flatMap((cut) => {
    const text = document.createTreeWalker(cut, NodeFilter.SHOW_TEXT).nextNode();
    if (text === null || cut.scrollWidth <= cut.clientWidth) return [];
    const letter = document.createRange();
    letter.setStart(text, 0);
    letter.setEnd(text, 1);
    const [first, box] = [letter.getBoundingClientRect(), cut.getBoundingClientRect()];
    return first.left < box.left - 1 || first.right > box.right + 1 ? [cut.textContent] : [];
  });

const longName = 'A name that is far too long for its row, and then some more of it, to the very end';

describe.each(cases)('$language in $kind', ({ kind, language, direction }) => {
  const messages = messagesOf(language);
  const say = (key: TextKey): string => messages[key]?.message ?? '';
  let build: SpeakingBuild;
  let desk: Desk;
  let page: Person;
  beforeAll(async () => {
    build = speakingBuild(kind, language);
    desk = await openDesk(kind, { extension: build.folder });
    page = person(desk.options);
    await desk.browser.answerPrompts('accept');
    await desk.browser.grantSiteAccess('https://portal.northwind.example/*');
  });
  afterAll(async () => {
    await desk?.close();
    build?.remove();
  });

  it('the options page speaks it, and says so', async () => {
    await page.sees(say('optionsCreateYourVault'));
    expect(await desk.options.evaluate(languageOf)).toEqual({ lang: language, dir: direction, runs: direction });
  });

  it('the main job is done by keyboard alone', async () => {
    const me = typist(desk.options);
    await desk.options.bringToFront();
    await me.fill(say('optionsPassphrase'), demoPassphrase);
    await me.fill(say('optionsRepeatThePassphrase'), demoPassphrase);
    await me.press('Enter');
    await page.sees(say('optionsNextSaveGlueApiKey'), 30_000);
    await me.activate(say('optionsNextSaveGlueApiKey'));
    await me.arrivesAt(say('optionsNewApiKey'));
    await me.fill(say('optionsName'), 'Main');
    await me.fill(say('optionsApiKey'), demoKeys.full);
    await me.press('Enter');
    await page.sees(say('optionsGlueAcceptsIt'));
    await me.activate(say('optionsNextMakeCredentialEntry'));
    await me.arrivesAt(say('optionsNewCredentialEntry'));
    await page.sees('336');
    await me.fill(say('optionsOrganization'), 'Northwind Dental Group');
    await page.sees('Northwind Dental Group');
    await me.press('Enter');
    await page.sees('25');
    await me.fill(say('optionsPassword'), 'front desk');
    await page.sees('Patient portal - front desk');
    await me.press('Enter');
    await until('the suggested name', async () => (await page.valueOf(say('optionsName'))).includes('front desk'));
    await me.tabTo(say('optionsName'));
    await me.press('Enter');
    await page.sees(say('optionsNextLinkWebsiteSession'));
    await me.activate(say('optionsNextLinkWebsiteSession'));
    await me.arrivesAt(say('optionsNewWebsiteSession'));
    await me.fill(say('optionsName'), 'Portal');
    await me.fill(say('optionsHost'), 'portal.northwind.example');
    await me.press('Enter');
    await until('the session', async () => (await desk.ask('entries.list', {})).entries.length === 2);
  });

  it('the options page stands the other way round where the language runs so', async () => {
    await page.sees('Portal');
    expect(await liesAtTheEnd(desk.options, 'nav.side')).toBe(false);
    expect(await overflows(desk.options)).toBe(false);
  });

  it('the popup speaks it, and stands the other way round where the language runs so', async () => {
    const popup = await desk.popup();
    await popup.sees(say('popupOptions'));
    expect(await popup.surface.evaluate(languageOf)).toEqual({ lang: language, dir: direction, runs: direction });
    expect(await liesAtTheEnd(popup.surface, '.header button:last-child')).toBe(true);
    expect(await liesAtTheEnd(popup.surface, '.header-page')).toBe(false);
    expect(await overflows(popup.surface)).toBe(false);
  });

  it.runIf(direction === 'rtl')(
    'what is too long is cut at its end, and axe finds nothing the other way round',
    async () => {
      await desk.linked({
        host: `${'far-too-long-a-label-'.repeat(3)}x.northwind.example`,
        names: { credential: longName, session: longName },
        granted: false,
      });
      await desk.options.goto(`${desk.browser.extensionUrl}src/options/index.html`);
      await page.sees(longName);
      expect(await desk.options.evaluate(withoutBeginning)).toEqual([]);
      expect(await overflows(desk.options)).toBe(false);
      expect(await violations(desk.options)).toEqual([]);
      const popup = await desk.popup();
      await popup.sees(longName);
      expect(await popup.surface.evaluate(() => document.querySelectorAll('.row .ellipsis').length)).toBeGreaterThan(3);
      expect(await popup.surface.evaluate(withoutBeginning)).toEqual([]);
      expect(await violations(popup.surface)).toEqual([]);
      await popup.surface.press('ArrowDown');
      await popup.surface.press('Control+k');
      await popup.sees(say('deedEdit'));
      expect(await violations(popup.surface)).toEqual([]);
    },
  );

  it('launches from the popup by keyboard', async () => {
    const popup = await desk.popup();
    await popup.sees('Portal');
    await typist(popup.surface).write('port');
    await popup.enterAndLeave();
    const tab = await desk.browser.waitForTab((url) => url.startsWith('https://portal.northwind.example/'));
    await holds(tab, { username: 'frontdesk@northwind.example', password: 'Molar-Harbour-58-Teal' });
    const after = await desk.popup();
    await after.sees(say('fillRolePassword'));
  });

  it('the worker speaks it too', async () => {
    const title = await desk.browser.evaluateInWorker(async () => {
      const { action, tabs } = (globalThis as unknown as { readonly chrome: WorkerApi }).chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return action.getTitle({ tabId: tab?.id ?? 0 });
    });
    expect(title).toBe(say('badgeFilled'));
  });
});

interface WorkerApi {
  readonly action: { getTitle(of: { readonly tabId: number }): Promise<string> };
  readonly tabs: { query(of: object): Promise<readonly { readonly id?: number }[]> };
}
