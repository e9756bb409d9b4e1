import type { CredentialEntry, EntryOrganization } from '../domain/entry.ts';
import type { ApiKeyId } from '../domain/ids.ts';
import { noPrimaryDomains, type PrimaryDomains, primaryDomainIn } from '../domain/primary-domain.ts';
import type { Ports } from './ports.ts';

type Outside = Pick<Ports, 'store'>;

/** The primary domains that are kept for an API key. A record that does not open counts as empty: the list of entries says that it is damaged. */
export async function primaryDomainsOf({ store }: Outside, apiKeyId: ApiKeyId): Promise<PrimaryDomains> {
  const found = await store.get('primary-domains', apiKeyId);
  return found.ok ? (found.value ?? noPrimaryDomains) : noPrimaryDomains;
}

/** Every primary domain that is kept in this vault. */
export async function keptDomains({ store }: Outside): Promise<ReadonlySet<string>> {
  const listed = await store.list('primary-domains');
  const records = listed.ok ? listed.value.contents : [];
  return new Set(records.flatMap(({ ofOrganization }) => Object.values(ofOrganization)));
}

/** An organization, or an entry of it, with the domain that is kept for it now, and no other. */
export function withPrimaryDomain<Of extends EntryOrganization>(of: Of, domains: PrimaryDomains): Of {
  const { organizationPrimaryDomain: _before, ...rest } = of;
  const domain = primaryDomainIn(domains, of.organizationId);
  return { ...rest, ...(domain === null ? {} : { organizationPrimaryDomain: domain }) } as Of;
}

/**
 * The credential entries of an API key whose domain is another than the one that is kept for their organization, with
 * that one. What an editor holds of them is as it was, so the revision stays.
 */
export function realigned(
  entries: readonly CredentialEntry[],
  apiKeyId: ApiKeyId,
  domains: PrimaryDomains,
): readonly CredentialEntry[] {
  return entries.flatMap((entry) => {
    if (entry.apiKeyId !== apiKeyId || entry.organizationId === null) return [];
    const next = withPrimaryDomain(entry, domains);
    return next.organizationPrimaryDomain === entry.organizationPrimaryDomain ? [] : [next];
  });
}
