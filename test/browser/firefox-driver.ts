import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { startConnectProxy } from '../../src/demo/connect-proxy.ts';
import type { BrowserDriver, LaunchOptions } from './driver.ts';
import { executableOf } from './executable-of.ts';
import { chromeScope } from './firefox-chrome-scope.ts';
import { type FrameOf, frameEvaluate } from './firefox-frame.ts';
import { chooseFromMenu } from './firefox-menu.ts';
import { firefoxPopup } from './firefox-popup.ts';
import { firefoxPrefs, fixedUuid } from './firefox-prefs.ts';
import { firefoxTabs } from './firefox-tabs.ts';
import * as inWindow from './firefox-window.ts';
import { pageOf } from './page-tab.ts';
import { endBrowser, profileFolder } from './profile-folder.ts';
import { until } from './until.ts';
import { warmProfile } from './warm-profile.ts';

const base = `moz-extension://${fixedUuid}/`;

function extensionIdOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${folder}/manifest.json names no browser_specific_settings.gecko.id`);
  return id;
}

type Lifetime = Pick<BrowserDriver, 'profileDir' | 'close'>;

function assemble(browser: Browser, frame: FrameOf, lifetime: Lifetime): BrowserDriver {
  const { scope, extensionId } = frame;
  const popup = firefoxPopup(frame);
  return {
    kind: 'firefox',
    extensionUrl: base,
    ...lifetime,
    ...firefoxTabs(browser, scope, base),
    ...popup,
    async clickMenuItem(menuItemId, tab, selector) {
      await tab.bringToFront();
      await chooseFromMenu(scope, pageOf(tab), menuItemId, selector);
    },
    async runCommand(name, tab) {
      if (name === '_execute_action') return void (await popup.openPopup(tab));
      await tab?.bringToFront();
      await scope.run(inWindow.triggerCommand, extensionId, name);
    },
    grantSiteAccess: (pattern) => scope.run(inWindow.addOrigins, extensionId, [pattern]),
    answerPrompts: (answer) => scope.run(inWindow.clickPrompts, answer),
    killWorker: async () =>
      void (await until('the event page to end', () => scope.run(inWindow.stopBackground, extensionId))),
    async evaluateInWorker(fn, ...args) {
      await scope.run(inWindow.wakeBackground, extensionId);
      return frameEvaluate(frame, 'background')(fn, ...args);
    },
    clipboardText: () => scope.run(inWindow.readClipboard),
  };
}

function launch(options: LaunchOptions, executablePath: string, userDataDir: string, prefs: Record<string, unknown>) {
  const { width, height } = options.windowSize ?? { width: 1280, height: 900 };
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    protocolTimeout: 30_000,
    userDataDir,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: prefs,
  });
}

/** Starts the browser without the extension, and ends it. */
const startOnce =
  (options: LaunchOptions, executable: string, prefs: Record<string, unknown>) =>
  async (profile: string): Promise<void> =>
    endBrowser(await launch(options, executable, profile, prefs));

export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const folder = resolve(options.extension);
  const extensionId = extensionIdOf(folder);
  const executablePath = executableOf('firefox', options);
  const profile = profileFolder(options.profileDir);
  const proxy = await startConnectProxy(options.demoPort);
  let browser: Browser | undefined;
  const close = async () => {
    if (browser !== undefined) await endBrowser(browser);
    await proxy.close();
    profile.remove();
  };
  try {
    const prefs = firefoxPrefs(extensionId, proxy.port);
    // Another program than this machine's own is one of a test that sets it up for itself.
    if (options.executable === undefined && readdirSync(profile.path).length === 0)
      await warmProfile(profile.path, executablePath, startOnce(options, executablePath, prefs));
    browser = await launch(options, executablePath, profile.path, prefs);
    await browser.installExtension(folder);
    const scope = chromeScope(browser);
    await until('the background', () => scope.run(inWindow.backgroundRuns, extensionId));
    return assemble(browser, { scope, extensionId, base }, { profileDir: profile.path, close });
  } catch (error) {
    await close();
    throw error;
  }
}
