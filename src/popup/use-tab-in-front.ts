import { useEffect } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { inPanel } from './panel.ts';

/** Says whenever another page may have come in front. A popup closes before that happens; only a panel has to look. */
export function useTabInFront(look: () => void): void {
  useEffect(() => {
    if (!inPanel()) return;
    const onUpdated = (_tabId: number, change: { readonly status?: string; readonly url?: string }): void => {
      if (change.url !== undefined || change.status === 'complete') look();
    };
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.windows.onFocusChanged.addListener(look);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.windows.onFocusChanged.removeListener(look);
    };
  }, [look]);
}
