import { launchChromium } from './chromium-driver.ts';
import { launchFirefox } from './firefox-driver.ts';
import type { Surface, Tab } from './surface.ts';

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the built extension, e.g. `dist/chrome`. It is loaded unchanged. */
  readonly extension: string;
  /** Port on loopback that answers, http and https, for every host name, whatever port a URL names. */
  readonly demoPort: number;
  /** Chromium only: base64 SHA-256 of the server's public key. Without it every certificate is accepted. */
  readonly spki?: string;
  /** Default true. False needs a display. */
  readonly headless?: boolean;
  /** CSS pixels of the window, default 1280 x 900. */
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** An existing profile folder, kept at close. Without it a fresh one is made and removed at close. */
  readonly profileDir?: string;
  /** Path of the browser; default: `findBrowsers()`. */
  readonly executable?: string;
}

/** How site permission prompts are answered on extension pages that are opened, or gone to, from now on. */
export type PromptAnswer = 'accept' | 'deny';

export interface TabMethods {
  openTab(url: string): Promise<Tab>;
  /** An extension page in a tab of its own; `path` is relative to the extension folder. */
  openExtensionPage(path: string): Promise<Tab>;
  /** Every open tab. */
  tabs(): Promise<readonly Tab[]>;
  /** The first tab whose address satisfies the predicate, waiting up to 10 s: for tabs that the extension opens. */
  waitForTab(predicate: (url: string) => boolean): Promise<Tab>;
}

export interface PopupMethods {
  /** Clicks the toolbar button on `tab` (default: the tab in front): the true popup, with activeTab granted. */
  openPopup(tab?: Tab): Promise<Surface>;
  /** The popup when something else opened it (a menu item, a shortcut), waiting up to 10 s. */
  waitForPopup(): Promise<Surface>;
  /** The side panel (Chromium) or sidebar (Firefox) that a person's click has opened, waiting up to 10 s. */
  waitForPanel(): Promise<Surface>;
  popupIsOpen(): Promise<boolean>;
  closePopup(): Promise<void>;
}

/** One running browser with the extension in it. Every method rejects when the browser cannot do what is asked. */
export interface BrowserDriver extends TabMethods, PopupMethods {
  readonly kind: BrowserKind;
  readonly profileDir: string;
  /** `chrome-extension://…/` or `moz-extension://…/`, the same after a restart with the same folder. */
  readonly extensionUrl: string;
  /**
   * Chooses the extension's context menu item on the page, or on the editable field that `selector` names. Firefox
   * clicks the real menu; Chromium has none when headless, so activeTab is granted by the toolbar button with its popup
   * taken away and the event is dispatched in the worker.
   */
  clickMenuItem(menuItemId: string, tab: Tab, selector?: string): Promise<void>;
  /** Runs a keyboard command of the manifest on `tab` (default: the one in front), with activeTab as a key gives it. */
  runCommand(name: string, tab?: Tab): Promise<void>;
  /** Grants an origin pattern as if the person had accepted the prompt for it. */
  grantSiteAccess(pattern: string): Promise<void>;
  /** Chromium cannot show the prompt headless: there the extension page's `permissions.request` is answered instead. */
  answerPrompts(answer: PromptAnswer): Promise<void>;
  /** Ends the service worker or event page; resolves once it is gone. */
  killWorker(): Promise<void>;
  /** Runs in the background context (started if it sleeps). For looking, not for driving: people cannot do this. */
  evaluateInWorker<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  clipboardText(): Promise<string>;
  /** Ends the browser, by force after 10 s. Safe to call twice. */
  close(): Promise<void>;
}

/** Starts a browser with the extension loaded and its background started once. Nothing stays behind if it fails. */
export function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<BrowserDriver> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
