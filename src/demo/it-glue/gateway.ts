import type { Tenant } from '../data/records.ts';
import { demoGateway } from '../demo-credentials.ts';

/** The API path that a gateway request asks for (below the prefix, or in `ResourceURI`), or null: the gateway refuses. */
export function pathThroughGateway(url: URL): string | null {
  if (url.searchParams.get('code') !== demoGateway.code || !url.pathname.startsWith(demoGateway.prefix)) return null;
  const resource = url.searchParams.get('ResourceURI');
  return resource === null ? url.pathname.slice(demoGateway.prefix.length) || '/' : `/${resource.replace(/^\//, '')}`;
}

/** What is left of a tenant behind a gateway that lets only some organizations through; null lets all. */
export function throughWhiteList(tenant: Tenant, organizations: readonly string[] | null): Tenant {
  if (organizations === null) return tenant;
  const allowed = new Set(organizations);
  return {
    ...tenant,
    organizations: new Map([...tenant.organizations].filter(([id]) => allowed.has(id))),
    passwords: new Map([...tenant.passwords].filter(([, { organizationId }]) => allowed.has(organizationId))),
    folders: new Map([...tenant.folders].filter(([, { organizationId }]) => allowed.has(organizationId))),
  };
}
