/** Functions that run inside the extension's own contexts in Chromium; each is self-contained. */

interface ChromeTab {
  readonly id: number;
  readonly url?: string;
}

declare const chrome: {
  readonly action: {
    getPopup(of: { tabId: number }): Promise<string>;
    setPopup(of: { tabId: number; popup: string }): Promise<void>;
  };
  readonly tabs: {
    get(id: number): Promise<ChromeTab>;
    query(which: { active: boolean; lastFocusedWindow: boolean }): Promise<readonly ChromeTab[]>;
  };
  readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: ChromeTab): void } };
  readonly commands: { readonly onCommand: { dispatch(name: string, tab: ChromeTab): void } };
  readonly permissions: { request(what: { origins?: string[] }): Promise<boolean> };
  readonly developerPrivate: { addHostPermission(extensionId: string, pattern: string): Promise<void> };
};

/** Takes the popup away from the tab in front, so that its toolbar button only grants activeTab; gives what it was. */
export async function takePopupAway(): Promise<{ tabId: number; popup: string }> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab === undefined) throw new Error('no tab in front');
  const before = { tabId: tab.id, popup: await chrome.action.getPopup({ tabId: tab.id }) };
  await chrome.action.setPopup({ tabId: tab.id, popup: '' });
  return before;
}

export async function restorePopup(before: { tabId: number; popup: string }): Promise<void> {
  await chrome.action.setPopup(before);
}

/** Whether the extension sees the tab's address: what activeTab gives, or site access given before. */
export async function addressIsKnown(tabId: number): Promise<boolean> {
  return (await chrome.tabs.get(tabId)).url !== undefined;
}

export async function dispatchMenuClick(menuItemId: string, editable: boolean): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab === undefined) throw new Error('no tab in front');
  chrome.contextMenus.onClicked.dispatch({ menuItemId, editable, frameId: 0, pageUrl: tab.url }, tab);
}

export async function dispatchCommand(name: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab === undefined) throw new Error('no tab in front');
  chrome.commands.onCommand.dispatch(name, tab);
}

export async function addHostPermission(extensionId: string, pattern: string): Promise<void> {
  await chrome.developerPrivate.addHostPermission(extensionId, pattern);
}

export function requestOrigin(pattern: string): Promise<boolean> {
  return chrome.permissions.request({ origins: [pattern] });
}

/** Puts the test's answer before the browser's prompt, once per document of the extension. */
export function answerRequests(): void {
  const scope = globalThis as typeof globalThis & {
    answerRequest?: (origins: readonly string[]) => Promise<boolean>;
    requestsAnswered?: boolean;
  };
  if (location.protocol !== 'chrome-extension:' || scope.requestsAnswered === true) return;
  scope.requestsAnswered = true;
  const ask = chrome.permissions.request.bind(chrome.permissions);
  chrome.permissions.request = async (what) =>
    (await scope.answerRequest?.(what.origins ?? [])) === false ? false : ask(what);
}
