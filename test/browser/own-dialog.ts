import type { BrowserDriver } from './driver.ts';
import { chromeScope } from './firefox-chrome-scope.ts';
import { pageOf } from './page-tab.ts';
import type { Tab } from './surface.ts';
import { until } from './until.ts';

interface DialogBox {
  getTabDialogManager(): { readonly _dialogs: readonly unknown[] };
  abortAllDialogs(): void;
}

interface FirefoxTabs {
  readonly gBrowser: {
    readonly tabs: readonly { readonly linkedBrowser: { readonly currentURI: { readonly spec: string } } }[];
    getTabDialogBox(browser: object): DialogBox;
  };
}

/** Runs in Firefox's own window: whether a tab at this host is under a dialog; dismisses it if so. */
function dismissDialogAt(host: string): boolean {
  const { gBrowser } = globalThis as unknown as FirefoxTabs;
  for (const { linkedBrowser } of gBrowser.tabs) {
    const { spec } = linkedBrowser.currentURI;
    if (!URL.canParse(spec) || new URL(spec).host !== host) continue;
    const box = gBrowser.getTabDialogBox(linkedBrowser);
    if (box.getTabDialogManager()._dialogs.length === 0) continue;
    box.abortAllDialogs();
    return true;
  }
  return false;
}

/**
 * Waits until the browser's own sign-in dialog for a host has come up over a tab, and dismisses it. Headless Chromium
 * dismisses it by itself: there the page then ends in an error of the browser's own.
 */
export async function ownDialog(browser: BrowserDriver, tab: Tab, host: string): Promise<void> {
  const scope = browser.kind === 'firefox' ? chromeScope(pageOf(tab).browser()) : null;
  await until('the browser’s own sign-in dialog', async () =>
    scope === null ? pageOf(tab).url().startsWith('chrome-error:') : scope.run(dismissDialogAt, host),
  );
}
