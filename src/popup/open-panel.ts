import browser from 'webextension-polyfill';

/** Chrome's side panel, which the polyfill does not know. */
interface ChromeSidePanel {
  open(where: { readonly windowId: number }): Promise<void>;
}

const chromePanel = (): ChromeSidePanel | undefined =>
  (globalThis as { chrome?: { sidePanel?: ChromeSidePanel } }).chrome?.sidePanel;

// Firefox for Android has neither, and its polyfill no type for what is missing.
const firefoxPanel = (): typeof browser.sidebarAction | undefined => browser.sidebarAction;

/** Whether this browser can keep us open beside the page. */
export const canOpenPanel = (): boolean => chromePanel() !== undefined || firefoxPanel() !== undefined;

/** Opens us beside the page, in this window. Only within a person's click or key; false where the browser refuses. */
export async function openPanel(): Promise<boolean> {
  try {
    const panel = chromePanel();
    // Firefox lets it be opened only before anything was waited for.
    if (panel === undefined) await firefoxPanel()?.open();
    else await panel.open({ windowId: (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT });
    return true;
  } catch {
    return false;
  }
}
