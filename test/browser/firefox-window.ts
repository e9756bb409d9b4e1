/** Functions that run in Firefox's own window (chrome scope); each is self-contained. */

export function openActionPopup(extensionId: string): void {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (extension === undefined) throw new Error('the extension is not running');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

export function popupIsOpen(base: string): boolean {
  return Array.from(document.querySelectorAll<FirefoxBrowserElement>('browser.webextension-popup-browser')).some(
    (e) => e.currentURI.spec.startsWith(base) && e.closest<FirefoxPanel>('panel')?.state === 'open',
  );
}

export function hidePopup(base: string): void {
  for (const e of document.querySelectorAll<FirefoxBrowserElement>('browser.webextension-popup-browser')) {
    if (e.currentURI.spec.startsWith(base)) e.closest<FirefoxPanel>('panel')?.hidePopup();
  }
}

/** True once the page's context menu is open and the item has been activated; opens its submenu on the way. */
export function activateMenuItem(menuItemId: string): boolean {
  const menu = document.querySelector<FirefoxPanel>('#contentAreaContextMenu');
  if (menu?.state !== 'open') return false;
  const item = Array.from(menu.querySelectorAll<FirefoxMenuItem>('[id*="-menuitem-"]')).find((e) =>
    e.id.endsWith(`-menuitem-_${menuItemId}`),
  );
  if (item !== undefined && item.parentNode.state !== 'open') {
    (item.parentNode.parentNode as FirefoxMenuItem | null)?.openMenu(true);
    return false;
  }
  if (item === undefined) {
    for (const group of menu.querySelectorAll<FirefoxMenuItem>('menu[id*="-menuitem-"]')) group.openMenu(true);
    return false;
  }
  item.parentNode.activateItem(item);
  return true;
}

export function menuIsClosed(): boolean {
  return document.querySelector<FirefoxPanel>('#contentAreaContextMenu')?.state === 'closed';
}

export function closeMenu(): void {
  document.querySelector<FirefoxPanel>('#contentAreaContextMenu')?.hidePopup();
}

export function triggerCommand(extensionId: string, name: string): void {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (extension === undefined) throw new Error('the extension is not running');
  extension.shortcuts.onCommand(name);
}

export async function addOrigins(extensionId: string, origins: string[]): Promise<void> {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (extension === undefined) throw new Error('the extension is not running');
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(extensionId, { permissions: [], origins, data_collection: [] }, extension);
}

/** From now on every permission prompt gets its button clicked as soon as it is shown. */
export function clickPrompts(answer: 'accept' | 'deny'): void {
  const scope = window as Window & { linkedVaultPromptAnswer?: string };
  const first = scope.linkedVaultPromptAnswer === undefined;
  scope.linkedVaultPromptAnswer = answer;
  if (!first) return;
  PopupNotifications.panel.addEventListener('popupshown', () => {
    const prompt = PopupNotifications.panel.firstElementChild as
      | (Element & { readonly button: HTMLElement; readonly secondaryButton: HTMLElement })
      | null;
    (scope.linkedVaultPromptAnswer === 'accept' ? prompt?.button : prompt?.secondaryButton)?.click();
  });
}

/** Ends the event page even while it works; events may wake it in between, so it can take a few tries. */
export async function stopBackground(extensionId: string): Promise<boolean> {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (extension === undefined) throw new Error('the extension is not running');
  const stopped = () => extension.backgroundState === 'stopped';
  if (stopped()) return true;
  await extension.terminateBackground({ disableResetIdleForTest: true, ignoreDevToolsAttached: true });
  return stopped();
}

export function backgroundRuns(extensionId: string): boolean {
  return WebExtensionPolicy.getByID(extensionId)?.extension.backgroundState === 'running';
}

export async function wakeBackground(extensionId: string): Promise<void> {
  await WebExtensionPolicy.getByID(extensionId)?.extension.wakeupBackground();
}

export function readClipboard(): Promise<string> {
  return navigator.clipboard.readText();
}
