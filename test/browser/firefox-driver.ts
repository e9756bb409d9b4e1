import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startConnectProxy } from '../../src/demo/connect-proxy.ts';
import type { BrowserDriver, LaunchOptions } from './driver.ts';
import { executableOf } from './executable-of.ts';
import { type ChromeScope, chromeScope } from './firefox-chrome-scope.ts';
import { type FrameOf, frameEvaluate, popupSurface } from './firefox-frame.ts';
import { firefoxPrefs, fixedUuid } from './firefox-prefs.ts';
import * as inWindow from './firefox-window.ts';
import { pageOf, pageTab } from './page-tab.ts';
import { endBrowser, profileFolder } from './profile-folder.ts';
import type { Surface, Tab } from './surface.ts';
import { until } from './until.ts';

const base = `moz-extension://${fixedUuid}/`;

/** The id of a page's browsing context: not public in puppeteer, which is why its version is pinned. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { readonly _id: string })._id;

function extensionIdOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder}/manifest.json names no browser_specific_settings.gecko.id`);
  return id;
}

interface Firefox extends FrameOf {
  readonly browser: Browser;
}

/** puppeteer's own `goto` waits for ever on an extension page. */
async function navigate(scope: ChromeScope, page: Page, url: string): Promise<void> {
  if (!url.startsWith('moz-extension:')) return void (await page.goto(url));
  await scope.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'complete' });
}

/** A true right click on the field, or on the page's corner, then the true menu. */
async function rightClick(page: Page, selector: string | undefined): Promise<void> {
  const place = await page.evaluate((css) => {
    if (css === null) return { x: 2, y: 2 };
    const element = document.querySelector(css);
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element?.getBoundingClientRect();
    return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, selector ?? null);
  if (place === null) throw new Error(`"${selector}" is not on the page`);
  await page.mouse.click(place.x, place.y, { button: 'right' });
}

async function chooseMenuItem(scope: ChromeScope, menuItemId: string): Promise<void> {
  try {
    await until(`the menu item "${menuItemId}"`, () => scope.run(inWindow.activateMenuItem, menuItemId), 5_000);
  } catch (error) {
    await scope.run(inWindow.closeMenu);
    throw error;
  }
  await until('the menu to close', () => scope.run(inWindow.menuIsClosed));
}

function assemble(firefox: Firefox, profileDir: string, end: () => Promise<void>): BrowserDriver {
  const { browser, scope, extensionId } = firefox;
  const tabs = new WeakMap<Page, Tab>();
  const tabOf = (page: Page): Tab => {
    const tab = tabs.get(page) ?? pageTab(page, { goto: (_, url) => navigate(scope, page, url) });
    tabs.set(page, tab);
    return tab;
  };
  const openTab = async (url: string): Promise<Tab> => {
    const tab = tabOf(await browser.newPage());
    await tab.goto(url);
    return tab;
  };
  const waitForPopup = async (): Promise<Surface> => {
    await until('the popup', () => scope.run(inWindow.popupIsOpen, base));
    const popup = popupSurface(firefox);
    await until('the popup to load', () => popup.evaluate(() => document.readyState === 'complete'));
    return popup;
  };
  const openPopup = async (tab?: Tab): Promise<Surface> => {
    await tab?.bringToFront();
    await scope.run(inWindow.openActionPopup, extensionId);
    return waitForPopup();
  };
  return {
    kind: 'firefox',
    profileDir,
    extensionUrl: base,
    openTab,
    openExtensionPage: (path) => openTab(new URL(path, base).href),
    tabs: async () => (await browser.pages()).map(tabOf),
    waitForTab: async (predicate) =>
      tabOf(
        await until('a tab', async () => {
          const { contexts } = await scope.send<{ contexts: { context: string; url: string }[] }>(
            'browsingContext.getTree',
            { maxDepth: 0 },
          );
          const found = contexts.find(({ url }) => predicate(url));
          return found && (await browser.pages()).find((page) => contextOf(page) === found.context);
        }),
      ),
    openPopup,
    waitForPopup,
    popupIsOpen: () => scope.run(inWindow.popupIsOpen, base),
    async closePopup() {
      await scope.run(inWindow.hidePopup, base);
      await until('the popup to close', async () => !(await scope.run(inWindow.popupIsOpen, base)));
    },
    async clickMenuItem(menuItemId, tab, selector) {
      await tab.bringToFront();
      await rightClick(pageOf(tab), selector);
      await chooseMenuItem(scope, menuItemId);
    },
    async runCommand(name, tab) {
      if (name === '_execute_action') return void (await openPopup(tab));
      await tab?.bringToFront();
      await scope.run(inWindow.triggerCommand, extensionId, name);
    },
    grantSiteAccess: (pattern) => scope.run(inWindow.addOrigins, extensionId, [pattern]),
    answerPrompts: (answer) => scope.run(inWindow.clickPrompts, answer),
    async killWorker() {
      await scope.run(inWindow.stopBackground, extensionId);
      await until('the event page to end', () => scope.run(inWindow.backgroundIs, extensionId, 'stopped'));
    },
    async evaluateInWorker(fn, ...args) {
      await scope.run(inWindow.wakeBackground, extensionId);
      return frameEvaluate(firefox, 'background')(fn, ...args);
    },
    clipboardText: () => scope.run(inWindow.readClipboard),
    close: end,
  };
}

export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const { width, height } = options.windowSize ?? { width: 1280, height: 900 };
  const folder = resolve(options.extension);
  const extensionId = extensionIdOf(folder);
  const executablePath = executableOf('firefox', options);
  const profile = profileFolder(options.profileDir);
  const proxy = await startConnectProxy(options.demoPort);
  let browser: Browser | undefined;
  const end = async () => {
    if (browser !== undefined) await endBrowser(browser);
    await proxy.close();
    profile.remove();
  };
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: options.headless ?? true,
      acceptInsecureCerts: true,
      defaultViewport: null,
      userDataDir: profile.path,
      args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
      extraPrefsFirefox: firefoxPrefs(extensionId, proxy.port),
    });
    await browser.installExtension(folder);
    const scope = chromeScope(browser);
    await until('the background', () => scope.run(inWindow.backgroundIs, extensionId, 'running'));
    return assemble({ browser, scope, extensionId, base }, profile.path, end);
  } catch (error) {
    await end();
    throw error;
  }
}
