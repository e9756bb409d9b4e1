import type { BrowserDriver } from './driver.ts';
import { chromeScope } from './firefox-chrome-scope.ts';
import { backgroundRuns } from './firefox-window.ts';
import { pageOf } from './page-tab.ts';
import type { Tab } from './surface.ts';
import { until } from './until.ts';

interface DeveloperPrivate {
  updateProfileConfiguration(change: { readonly inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: object): Promise<void>;
  getExtensionInfo(id: string): Promise<{ readonly state: string; readonly incognitoAccess: { isActive: boolean } }>;
}

interface Settings {
  readonly chrome: { readonly developerPrivate: DeveloperPrivate };
}

/** Runs on chrome://extensions: the switch “Allow in Incognito”. Unpacked, it starts anew in developer mode alone. */
async function allowIncognito(extensionId: string): Promise<void> {
  const { developerPrivate } = (globalThis as unknown as Settings).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
}

/** Runs on chrome://extensions: whether the extension, which starts anew with the switch, is up with it. */
async function isInIncognito(extensionId: string): Promise<boolean> {
  const { developerPrivate } = (globalThis as unknown as Settings).chrome;
  const { state, incognitoAccess } = await developerPrivate.getExtensionInfo(extensionId);
  return incognitoAccess.isActive && state === 'ENABLED';
}

interface FirefoxAddons {
  importESModule(url: string): {
    readonly ExtensionPermissions: { add(id: string, grants: object, extension: object): Promise<void> };
    readonly AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
}

/** Runs in Firefox's own window: the switch “Run in Private Windows”. */
async function allowPrivate(base: string): Promise<string> {
  const scope = globalThis as unknown as {
    readonly ChromeUtils: FirefoxAddons;
    readonly WebExtensionPolicy: { getByURI(uri: unknown): { id: string; extension: object } };
    readonly Services: { readonly io: { newURI(text: string): unknown } };
  };
  const { id, extension } = scope.WebExtensionPolicy.getByURI(scope.Services.io.newURI(base));
  const { importESModule } = scope.ChromeUtils;
  const { ExtensionPermissions } = importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const grants = { permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: [] };
  await ExtensionPermissions.add(id, grants, extension);
  const { AddonManager } = importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id)).reload();
  return id;
}

/** Lets the extension into private windows, as a person does in the browser's settings. Its pages close, it starts anew. */
export async function allowPrivateWindows(browser: BrowserDriver): Promise<void> {
  const tab = await browser.openTab(browser.kind === 'chromium' ? 'chrome://extensions/' : 'about:blank');
  const { host } = new URL(browser.extensionUrl);
  if (browser.kind === 'chromium') {
    await tab.evaluate(allowIncognito, host);
    await until('the extension in private windows', () => tab.evaluate(isInIncognito, host));
  } else {
    const scope = chromeScope(pageOf(tab).browser());
    const id = await scope.run(allowPrivate, browser.extensionUrl);
    await until('the background', () => scope.run(backgroundRuns, id));
  }
  await tab.close();
}

/** Runs in a page of the extension. */
async function openWindow(url: string): Promise<boolean> {
  const { windows } = (
    globalThis as unknown as {
      readonly chrome: { readonly windows: { create(what: object): Promise<{ incognito: boolean }> } };
    }
  ).chrome;
  return (await windows.create({ incognito: true, url, focused: true })).incognito;
}

/** The tab of a new private window, which a page of the extension opens. */
export async function openPrivateTab(browser: BrowserDriver, extensionPage: Tab, url: string): Promise<Tab> {
  if (!(await extensionPage.evaluate(openWindow, url))) throw new Error('the window is not a private one');
  return browser.waitForTab((address) => address === url);
}
