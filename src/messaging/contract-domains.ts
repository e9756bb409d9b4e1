import type { ApiKeyId, OrganizationId } from '../domain/ids.ts';
import type { PrimaryDomainChange, PrimaryDomains } from '../domain/primary-domain.ts';
import type { SuggestedDomain } from '../domain/search/suggested-domains.ts';

/** The commands of primary domains, which an administrator keeps for the organizations of an API key. */
export interface DomainCommands {
  /** By the ids of organizations: what is kept, and what user names in the index suggest. */
  'primaryDomains.list': {
    request: { readonly apiKeyId: ApiKeyId };
    response: {
      readonly domains: PrimaryDomains['ofOrganization'];
      readonly suggestions: Readonly<Record<string, SuggestedDomain>>;
    };
  };
  /** All of them, or none where one is no domain. They count at once. */
  'primaryDomains.set': {
    request: { readonly apiKeyId: ApiKeyId; readonly changes: readonly PrimaryDomainChange<OrganizationId>[] };
    response: { readonly domains: PrimaryDomains['ofOrganization'] };
  };
}
