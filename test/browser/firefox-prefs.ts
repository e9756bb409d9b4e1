/** The extension's address is fixed, so that a restarted profile finds the same storage. */
export const fixedUuid = '5b1c7d2e-0f3a-4b6c-9d8e-112233445566';

type Prefs = Record<string, string | number | boolean>;

const quiet: Prefs = {
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  // Processes kept ready for tabs that a short run never opens.
  'dom.ipc.processPrelaunch.enabled': false,
  // Moving parts of the browser's own window, drawn by the processor.
  'ui.prefersReducedMotion': 1,
};

const proxied = (port: number): Prefs => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
});

/** A temporary add-on is uninstalled at shutdown: these keep what an installed one would keep. */
const asIfInstalled = (extensionId: string): Prefs => ({
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: fixedUuid }),
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
});

export function firefoxPrefs(extensionId: string, proxyPort: number): Prefs {
  // Buttons of a prompt, and clicks after a popup, are otherwise dead for half a second.
  return { ...quiet, ...proxied(proxyPort), ...asIfInstalled(extensionId), 'security.notification_enable_delay': 0 };
}
