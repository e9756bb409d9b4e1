import { resolve } from 'node:path';
import puppeteer, { type Browser, type Extension } from 'puppeteer-core';
import { chromiumAccess, clipboardOf } from './chromium-access.ts';
import { chromiumPopup, grantActiveTab } from './chromium-popup.ts';
import { chromiumTabs, frontPage } from './chromium-tabs.ts';
import { type Chromium, killServiceWorker, workerOf } from './chromium-worker.ts';
import { dispatchCommand, dispatchMenuClick } from './chromium-worker-scope.ts';
import type { BrowserDriver, LaunchOptions } from './driver.ts';
import { executableOf } from './executable-of.ts';
import { endBrowser, profileFolder } from './profile-folder.ts';
import { until } from './until.ts';

/**
 * Chromium keeps its least urgent work back for three seconds after its start. Reading `storage.managed` belongs to it, and
 * every command of the worker waits for that.
 */
const startsAtOnce = 'ImprovedStartupBestEffortDelay:StartupDelayVisibleTabTimeout/0s/StartupDelayFailsafeTimeout/0s';

function flags(options: LaunchOptions, folder: string): string[] {
  const { demoPort, spki, windowSize = { width: 1280, height: 900 } } = options;
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--load-extension=${folder}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    `--enable-features=${startsAtOnce}`,
    '--disable-gpu',
    '--disable-quic',
    `--window-size=${windowSize.width},${windowSize.height}`,
    `--host-resolver-rules=MAP * 127.0.0.1:${demoPort}`,
    spki === undefined ? '--ignore-certificate-errors' : `--ignore-certificate-errors-spki-list=${spki}`,
  ];
}

/** Loaded by the flag, a restarted profile keeps its site access; a browser without the flag gets it by DevTools. */
async function loadedExtension(browser: Browser, folder: string): Promise<Extension> {
  const loaded = async () => [...(await browser.extensions()).values()].find(({ path }) => path === folder);
  return until('the extension', loaded, 3_000).catch(async () => {
    await browser.installExtension(folder);
    return until('the extension', loaded);
  });
}

type Lifetime = Pick<BrowserDriver, 'profileDir' | 'close'>;

function assemble(chromium: Chromium, extension: Extension, lifetime: Lifetime): BrowserDriver {
  const { browser, base } = chromium;
  const { watch, ...access } = chromiumAccess(chromium);
  const popup = chromiumPopup(chromium, extension, { ...access, watch });
  return {
    kind: 'chromium',
    extensionUrl: base,
    ...lifetime,
    ...chromiumTabs(chromium, { ...access, watch }),
    ...popup,
    ...access,
    async clickMenuItem(menuItemId, tab, selector) {
      const page = await frontPage(browser, tab);
      if (selector !== undefined) await page.focus(selector);
      await grantActiveTab(chromium, extension, page);
      await (await workerOf(chromium)).evaluate(dispatchMenuClick, menuItemId, selector !== undefined);
    },
    async runCommand(name, tab) {
      if (name === '_execute_action') return void (await popup.openPopup(tab));
      await grantActiveTab(chromium, extension, await frontPage(browser, tab));
      await (await workerOf(chromium)).evaluate(dispatchCommand, name);
    },
    killWorker: () => killServiceWorker(chromium),
    evaluateInWorker: async (fn, ...args) =>
      (await workerOf(chromium)).evaluate(fn as never, ...(args as unknown as never[])) as never,
    clipboardText: () => clipboardOf(chromium),
  };
}

export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const folder = resolve(options.extension);
  const executablePath = executableOf('chromium', options);
  const profile = profileFolder(options.profileDir);
  let browser: Browser | undefined;
  const close = async () => {
    if (browser !== undefined) await endBrowser(browser);
    profile.remove();
  };
  try {
    browser = await puppeteer.launch({
      executablePath,
      headless: options.headless ?? true,
      pipe: true,
      enableExtensions: true,
      defaultViewport: null,
      protocolTimeout: 30_000,
      userDataDir: profile.path,
      args: flags(options, folder),
    });
    const extension = await loadedExtension(browser, folder);
    const chromium = { browser, base: `chrome-extension://${extension.id}/` };
    await workerOf(chromium);
    return assemble(chromium, extension, { profileDir: profile.path, close });
  } catch (error) {
    await close();
    throw error;
  }
}
