/** The few names of Firefox's own window that the Firefox driver uses; they exist in chrome scope only. */

interface FirefoxFrameAnswer {
  readonly json?: string;
  readonly error?: string;
}

interface FirefoxMessageManager {
  addMessageListener(name: string, listener: (message: { readonly data: FirefoxFrameAnswer }) => void): void;
  removeMessageListener(name: string, listener: (message: { readonly data: FirefoxFrameAnswer }) => void): void;
  loadFrameScript(url: string, allowDelayed: boolean): void;
}

interface FirefoxBrowserElement extends HTMLElement {
  readonly currentURI: { readonly spec: string };
  readonly messageManager: FirefoxMessageManager | null;
  readonly browsingContext: {
    readonly currentWindowGlobal: {
      drawSnapshot(area: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
    };
  };
}

interface FirefoxPanel extends HTMLElement {
  readonly state: 'closed' | 'open' | 'showing' | 'hiding';
  hidePopup(): void;
}

interface FirefoxMenuItem extends HTMLElement {
  readonly parentNode: FirefoxPanel & { activateItem(item: FirefoxMenuItem): void };
  openMenu(open: boolean): void;
}

interface FirefoxExtension {
  readonly backgroundState: 'starting' | 'running' | 'suspending' | 'stopped';
  readonly views: ReadonlySet<{ readonly viewType: string; readonly xulBrowser: FirefoxBrowserElement }>;
  readonly shortcuts: { onCommand(name: string): void };
  terminateBackground(how: { disableResetIdleForTest: boolean; ignoreDevToolsAttached: boolean }): Promise<void>;
  wakeupBackground(): Promise<void>;
}

interface FirefoxModules {
  readonly ExtensionParent: {
    readonly apiManager: {
      readonly global: {
        browserActionFor(extension: FirefoxExtension): { triggerAction(window: Window): void };
      };
    };
  };
  readonly ExtensionPermissions: {
    add(
      id: string,
      grants: { permissions: string[]; origins: string[]; data_collection: string[] },
      extension: FirefoxExtension,
    ): Promise<void>;
  };
}

declare const ChromeUtils: { importESModule(url: string): FirefoxModules };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: FirefoxExtension } | null };
declare const PopupNotifications: { readonly panel: FirefoxPanel };
