import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserDriver } from './driver.ts';
import { chromeScope } from './firefox-chrome-scope.ts';
import { backgroundRuns } from './firefox-window.ts';
import { pageOf } from './page-tab.ts';
import type { Tab } from './surface.ts';
import { until } from './until.ts';

interface FirefoxScope {
  readonly ChromeUtils: {
    importESModule(url: string): {
      readonly AddonManager: {
        getAddonByID(id: string): Promise<{ readonly version: string; reload(): Promise<void> }>;
      };
    };
  };
  readonly WebExtensionPolicy: { getByURI(uri: unknown): { readonly id: string } };
  readonly Services: { readonly io: { newURI(text: string): unknown } };
}

interface DeveloperPrivate {
  updateProfileConfiguration(change: object): Promise<void>;
  reload(id: string, how: object): Promise<void>;
}

/** Runs on chrome://extensions: the button that takes an extension anew from its folder. */
async function reloadUnpacked(id: string): Promise<void> {
  const { developerPrivate } = (
    globalThis as unknown as { readonly chrome: { readonly developerPrivate: DeveloperPrivate } }
  ).chrome;
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await developerPrivate.reload(id, { failQuietly: true });
}

/** Runs in Firefox's own window: takes the extension anew from its folder, as an update does. */
async function reloadAddon(base: string): Promise<string> {
  const scope = globalThis as unknown as FirefoxScope;
  const { id } = scope.WebExtensionPolicy.getByURI(scope.Services.io.newURI(base));
  const { AddonManager } = scope.ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id)).reload();
  return id;
}

/** Gives the extension in this folder another version, and has the running browser take it. Its pages close. */
export async function updateExtension(
  browser: BrowserDriver,
  folder: string,
  anyTab: Tab,
  version: string,
): Promise<void> {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), version }));
  if (browser.kind === 'chromium') {
    const tab = await browser.openTab('chrome://extensions/');
    await tab.evaluate(reloadUnpacked, new URL(browser.extensionUrl).host);
    await tab.close();
  } else {
    const scope = chromeScope(pageOf(anyTab).browser());
    const id = await scope.run(reloadAddon, browser.extensionUrl);
    await until('the background', () => scope.run(backgroundRuns, id));
  }
  const updated = async () => {
    const tab = await browser.openExtensionPage('licences.txt');
    try {
      return await tab.evaluate(
        (wanted) =>
          (
            globalThis as unknown as { chrome: { runtime: { getManifest(): { version: string } } } }
          ).chrome.runtime.getManifest().version === wanted,
        version,
      );
    } finally {
      await tab.close();
    }
  };
  await until(`version ${version}`, updated);
}
