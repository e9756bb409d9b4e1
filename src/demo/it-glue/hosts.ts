import type { TenantName } from '../data/records.ts';
import { demoGateway } from '../demo-credentials.ts';

export const apiHosts: Readonly<Record<TenantName, string>> = {
  us: 'api.itglue.com',
  eu: 'api.eu.itglue.com',
  au: 'api.au.itglue.com',
};

const subdomain = 'linked-vault-demo';

/** The web UI of a tenant: where deep links lead. */
export const webOrigins: Readonly<Record<TenantName, string>> = {
  us: `https://${subdomain}.itglue.com`,
  eu: `https://${subdomain}.eu.itglue.com`,
  au: `https://${subdomain}.au.itglue.com`,
};

/** What stands behind a host name. */
export type Place =
  | { readonly kind: 'api'; readonly tenant: TenantName }
  | { readonly kind: 'gateway' }
  | { readonly kind: 'web' };

/** null: not a host of IT Glue. */
export function placeOf(hostname: string): Place | null {
  const tenant = (Object.keys(apiHosts) as TenantName[]).find((name) => apiHosts[name] === hostname);
  if (tenant !== undefined) return { kind: 'api', tenant };
  if (hostname === demoGateway.host) return { kind: 'gateway' };
  return hostname === 'itglue.com' || hostname.endsWith('.itglue.com') ? { kind: 'web' } : null;
}
