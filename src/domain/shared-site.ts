import { isPrivateOrigin } from './host.ts';

/** Sign-in pages and admin portals that every client uses: which client is meant, the address does not say. */
const sharedHosts: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.live.com',
  'admin.microsoft.com',
  'admin.cloud.microsoft',
  'portal.azure.com',
  'entra.microsoft.com',
  'intune.microsoft.com',
  'security.microsoft.com',
  'compliance.microsoft.com',
  'admin.exchange.microsoft.com',
  'outlook.office.com',
  'portal.office.com',
  'admin.google.com',
  'accounts.google.com',
  'cloud.google.com',
  'aws.amazon.com',
  'dash.cloudflare.com',
  'sso.godaddy.com',
  'id.apple.com',
  'appleid.apple.com',
  'business.apple.com',
  'login.sophos.com',
  'central.sophos.com',
  'unifi.ui.com',
  'account.ui.com',
  'dashboard.meraki.com',
  'support.fortinet.com',
  'login.okta.com',
  'vault.bitwarden.com',
];

/** Whether many clients share an address: a portal of everybody, or a private address that exists at each of them. */
export function isSharedSite(origin: string): boolean {
  const { hostname } = new URL(origin);
  return isPrivateOrigin(origin) || sharedHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
