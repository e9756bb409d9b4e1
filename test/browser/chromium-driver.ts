import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { addHostPermission, addressIsKnown, answerRequests, requestOrigin } from './chromium-worker-scope.ts';
import { dispatchCommand, dispatchMenuClick, restorePopup, takePopupAway } from './chromium-worker-scope.ts';
import { type Chromium, inQuietTab, killServiceWorker, workerOf } from './chromium-worker.ts';
import type { BrowserDriver, LaunchOptions, PromptAnswer } from './driver.ts';
import { executableOf } from './executable-of.ts';
import { pageOf, pageSurface, pageTab } from './page-tab.ts';
import { endBrowser, profileFolder } from './profile-folder.ts';
import type { Surface, Tab } from './surface.ts';
import { until } from './until.ts';

function flags(options: LaunchOptions, folder: string): string[] {
  const { demoPort, spki, windowSize = { width: 1280, height: 900 } } = options;
  return [
    `--load-extension=${folder}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    `--window-size=${windowSize.width},${windowSize.height}`,
    `--host-resolver-rules=MAP * 127.0.0.1:${demoPort}`,
    spki === undefined ? '--ignore-certificate-errors' : `--ignore-certificate-errors-spki-list=${spki}`,
  ];
}

/** The tab in front: the one that is visible. */
async function frontPage(browser: Browser): Promise<Page> {
  return until('a tab in front', async () => {
    for (const page of await browser.pages()) {
      if (await page.evaluate(() => document.visibilityState === 'visible')) return page;
    }
    return null;
  });
}

/** Site access is given on chrome://extensions; the request that follows then needs no prompt and makes it count. */
async function grant(chromium: Chromium, pattern: string): Promise<void> {
  const id = new URL(chromium.base).host;
  await inQuietTab(chromium, (page) => page.evaluate(addHostPermission, id, pattern), 'chrome://extensions/');
  await inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    const expression = `(${requestOrigin})(${JSON.stringify(pattern)})`;
    const { result } = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
    if (result.value !== true) throw new Error(`site access to ${pattern} was not granted: ${result.description}`);
  });
}

async function readClipboard(chromium: Chromium): Promise<string> {
  const { browser, base } = chromium;
  await browser.defaultBrowserContext().overridePermissions(base.slice(0, -1), ['clipboard-read']);
  return inQuietTab(chromium, async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page.evaluate(() => navigator.clipboard.readText());
  });
}

/** Has the extension's permission requests on this page answered by the test. */
async function answerOn(page: Page, chromium: Chromium, answer: () => PromptAnswer): Promise<void> {
  await page.exposeFunction('answerRequest', async (origins: readonly string[]) => {
    if (answer() === 'deny') return false;
    for (const origin of origins) await grant(chromium, origin);
    return true;
  });
  await page.evaluateOnNewDocument(answerRequests);
  await page.evaluate(answerRequests);
}

/** The toolbar popup is a page target that puppeteer does not count among the tabs. */
async function popupPage({ browser, base }: Chromium, path: string): Promise<Page | null> {
  const tabs = new Set((await browser.pages()).map((page) => page.target()));
  const url = new URL(path, base).href;
  const target = browser.targets().find((each) => each.url().split(/[?#]/)[0] === url && !tabs.has(each));
  return target === undefined ? null : target.asPage();
}

async function assemble(chromium: Chromium, folder: string, profileDir: string, end: () => Promise<void>) {
  const { browser, base } = chromium;
  const extension = (await browser.extensions()).get(new URL(base).host);
  if (extension === undefined) throw new Error(`the extension in ${folder} is not loaded`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    action?: { default_popup?: string };
  };
  const popupPath = manifest.action?.default_popup ?? '';
  let answer: PromptAnswer | undefined;
  const answered = new WeakSet<Page>();
  const tabs = new WeakMap<Page, Tab>();

  const watchRequests = async (page: Page) => {
    if (answer === undefined || answered.has(page)) return;
    answered.add(page);
    await answerOn(page, chromium, () => answer ?? 'deny');
  };
  const tabOf = async (page: Page): Promise<Tab> => {
    if (page.url().startsWith(base)) await watchRequests(page);
    const goto = async (_: Page, url: string) => {
      if (url.startsWith(base)) await watchRequests(page);
      await page.goto(url);
    };
    const tab = tabs.get(page) ?? pageTab(page, { goto });
    tabs.set(page, tab);
    return tab;
  };
  const openTab = async (url: string): Promise<Tab> => {
    const tab = await tabOf(await browser.newPage());
    await tab.goto(url);
    return tab;
  };
  const front = async (tab: Tab | undefined): Promise<Page> => {
    if (tab === undefined) return frontPage(browser);
    await tab.bringToFront();
    return pageOf(tab);
  };
  const waitForPopup = async (): Promise<Surface> => {
    const page = await until('the popup', () => popupPage(chromium, popupPath));
    await until('the popup to load', () => page.evaluate(() => document.readyState === 'complete'));
    await watchRequests(page);
    return pageSurface(page);
  };
  /** activeTab for the tab in front, as a click on the toolbar gives it, without the popup. */
  const grantActiveTab = async (page: Page) => {
    const before = await (await workerOf(chromium)).evaluate(takePopupAway);
    // A popup that is still closing swallows the click.
    await until('activeTab', async () => {
      await page.triggerExtensionAction(extension);
      return (await workerOf(chromium)).evaluate(addressIsKnown, before.tabId);
    });
    await (await workerOf(chromium)).evaluate(restorePopup, before);
  };
  const openPopup = async (tab?: Tab): Promise<Surface> => {
    await (await front(tab)).triggerExtensionAction(extension);
    return waitForPopup();
  };

  const driver: BrowserDriver = {
    kind: 'chromium',
    profileDir,
    extensionUrl: base,
    openTab,
    openExtensionPage: (path) => openTab(new URL(path, base).href),
    tabs: async () => Promise.all((await browser.pages()).map(tabOf)),
    waitForTab: async (predicate) =>
      tabOf(await until('a tab', async () => (await browser.pages()).find((page) => predicate(page.url())))),
    openPopup,
    waitForPopup,
    popupIsOpen: async () => (await popupPage(chromium, popupPath)) !== null,
    async closePopup() {
      await (await popupPage(chromium, popupPath))?.close();
      await until('the popup to close', async () => (await popupPage(chromium, popupPath)) === null);
    },
    async clickMenuItem(menuItemId, tab, selector) {
      const page = await front(tab);
      if (selector !== undefined) await page.focus(selector);
      await grantActiveTab(page);
      await (await workerOf(chromium)).evaluate(dispatchMenuClick, menuItemId, selector !== undefined);
    },
    async runCommand(name, tab) {
      if (name === '_execute_action') return void (await openPopup(tab));
      await grantActiveTab(await front(tab));
      await (await workerOf(chromium)).evaluate(dispatchCommand, name);
    },
    grantSiteAccess: (pattern) => grant(chromium, pattern),
    async answerPrompts(next) {
      answer = next;
    },
    killWorker: () => killServiceWorker(chromium),
    evaluateInWorker: async (fn, ...args) =>
      (await workerOf(chromium)).evaluate(fn as never, ...(args as unknown as never[])) as never,
    clipboardText: () => readClipboard(chromium),
    close: end,
  };
  return driver;
}

/** Loaded by the flag, a restarted profile keeps its site access; a browser that ignores the flag gets it by DevTools. */
async function extensionIdOf(browser: Browser, folder: string): Promise<string> {
  const loaded = async () => [...(await browser.extensions()).values()].find(({ path }) => path === folder)?.id;
  return until('the extension', loaded, 3_000).catch(() => browser.installExtension(folder));
}

export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const profile = profileFolder(options.profileDir);
  const folder = resolve(options.extension);
  const browser = await puppeteer.launch({
    executablePath: executableOf('chromium', options),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: profile.path,
    args: flags(options, folder),
  });
  const end = async () => {
    await endBrowser(browser);
    profile.remove();
  };
  try {
    const base = `chrome-extension://${await extensionIdOf(browser, folder)}/`;
    await workerOf({ browser, base });
    return await assemble({ browser, base }, folder, profile.path, end);
  } catch (error) {
    await end();
    throw error;
  }
}
