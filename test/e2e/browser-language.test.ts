import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageObstacle } from '../../scripts/install-languages.ts';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { TextKey } from '../../src/texts/text-key.ts';
import { chromeScope } from '../browser/firefox-chrome-scope.ts';
import { closeMenu } from '../browser/firefox-window.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Surface, Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { messagesOf } from '../texts/speak.ts';
import { whole } from '../whole.ts';
import { browserKinds, type Desk, openDesk } from './desk.ts';
import { person } from './person.ts';
import { type SpokenBrowser, spokenBrowser } from './spoken-browser.ts';

/** `languagesInTests` are installed where they can be. */
const spoken = [
  { language: 'de', direction: 'ltr' },
  { language: 'he', direction: 'rtl' },
] as const;

const both = browserKinds.flatMap((kind) => spoken.map((one) => ({ kind, ...one })));

/** Each browser in a language of its own; each in both in the whole form. */
const cases = both
  .filter(({ kind, language }) => whole || (kind === 'chromium') === (language === 'de'))
  .map((one) => ({ ...one, obstacle: languageObstacle(one.kind, one.language) }));

/** What the page says of its language, how its text runs, and what the browser says that it speaks itself. */
const languageOf = (surface: Surface) =>
  surface.evaluate(() => {
    const { lang, dir } = document.documentElement;
    const { i18n } = (globalThis as unknown as { readonly chrome: I18nApi }).chrome;
    return { lang, dir, runs: getComputedStyle(document.body).direction, browser: i18n.getUILanguage() };
  });

interface I18nApi {
  readonly i18n: { getUILanguage(): string };
}

/** Runs in Firefox's window: what the open right-click menu has of the extension; null: not open yet. */
function menuLabels(): readonly string[] | null {
  const menu = document.querySelector<FirefoxPanel>('#contentAreaContextMenu');
  if (menu?.state !== 'open') return null;
  for (const group of menu.querySelectorAll<FirefoxMenuItem>('menu[id*="-menuitem-"]')) group.openMenu(true);
  const labels = Array.from(menu.querySelectorAll('menuitem[id*="-menuitem-"]'), (item) => item.getAttribute('label'));
  return labels.length === 0 ? null : labels.map((label) => label ?? '');
}

/** Firefox: the menu after a true right click. Chromium has none when headless: there what it keeps of it on the disk. */
async function menuText(desk: Desk, tab: Tab): Promise<string> {
  if (desk.kind === 'chromium') {
    const folder = join(desk.browser.profileDir, 'Default', 'Extension State');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join();
  }
  const page = pageOf(tab);
  const scope = chromeScope(page.browser());
  await page.mouse.click(2, 2, { button: 'right' });
  const labels = await until('the right-click menu', () => scope.run(menuLabels));
  await scope.run(closeMenu);
  return labels.join();
}

describe.each(cases)('$kind set to $language', ({ kind, language, direction, obstacle }) => {
  describe.skipIf(obstacle !== null)(
    `shows the extension in it${obstacle === null ? '' : ` (left out: ${obstacle})`}`,
    () => {
      const messages = messagesOf(language);
      const say = (key: TextKey): string => messages[key]?.message ?? '';
      const expected = { lang: language, dir: direction, runs: direction, browser: language };
      let browser: SpokenBrowser;
      let desk: Desk;
      beforeAll(async () => {
        browser = spokenBrowser(kind, language);
        desk = await openDesk(kind, browser);
      });
      afterAll(async () => {
        await desk?.close();
        browser?.remove();
      });

      it('on the options page', async () => {
        await person(desk.options).sees(say('optionsCreateYourVault'));
        expect(await languageOf(desk.options)).toEqual(expected);
      });

      it('in the popup', async () => {
        await desk.ask('vault.create', { passphrase: demoPassphrase });
        await desk.browser.openTab('https://portal.northwind.example/');
        const popup = await desk.popup();
        await popup.sees(say('popupOptions'));
        expect(await languageOf(popup.surface)).toEqual(expected);
        await desk.browser.closePopup();
      });

      it('in the right-click menu', async () => {
        const tab = await desk.browser.openTab('https://portal.northwind.example/');
        await until('the title', async () => (await menuText(desk, tab)).includes(say('menuLock')));
        expect(await menuText(desk, tab)).not.toContain(messagesOf('en').menuLock?.message);
      });
    },
  );
});
