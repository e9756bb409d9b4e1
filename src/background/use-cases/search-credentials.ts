import type { CredentialEntry, Entry } from '../../domain/entry.ts';
import { isFilledAt } from '../../domain/host-variables.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { type PrimaryDomains, primaryDomainIn } from '../../domain/primary-domain.ts';
import { fail, ok } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { linkedCredential } from '../gate.ts';
import type { IndexScope } from '../index/index-scope.ts';
import { type OpenedIndex, openIndex } from '../index/open-index.ts';
import { searchOpened } from '../index/search-opened.ts';
import { primaryDomainsOf } from '../primary-domains.ts';
import type { UseCase } from '../use-case.ts';

/**
 * Whose passwords the list of an entry shows; null: everybody's. Where a session fills a page that is one client's own
 * (its Host holds that client's short name or primary domain), nobody else's.
 */
function organizationsOf(
  entry: Entry,
  credential: CredentialEntry,
  origin: string | null,
  { index }: OpenedIndex,
  domains: PrimaryDomains,
): ReadonlySet<OrganizationId> | null {
  if (credential.organizationId !== null) return new Set([credential.organizationId]);
  if (entry.kind !== 'session' || entry.origin !== null || origin === null) return null;
  const fitting = index.organizations.filter(({ summary }) =>
    isFilledAt(entry, origin, { shortName: summary.shortName, primaryDomain: primaryDomainIn(domains, summary.id) }),
  );
  return new Set(fitting.map(({ summary }) => summary.id));
}

const scopeOf = (
  { id, apiKeyId }: CredentialEntry,
  region: IndexScope['region'],
  organizations: IndexScope['organizations'],
  domains: PrimaryDomains,
): IndexScope => ({
  apiKeyId,
  region,
  organizations,
  entriesOfPassword: new Map(),
  entriesOfOrganization: new Map(),
  entriesOfAll: [id],
  domains,
});

/**
 * The IT Glue credentials list of an entry of all organizations, or of a session that is linked to one: searched in the
 * index, so that nothing is asked of IT Glue before the choice. The gate has asked for View.
 */
export const searchCredentials: UseCase<'credentials.search'> = (ports, { entryId, ...request }) =>
  orStorageFailed(async () => {
    const found = await ports.store.get('entry', entryId);
    if (!found.ok) return found;
    if (found.value === null) return fail({ code: 'entry-not-found' });
    const linked = await linkedCredential(ports.store, found.value);
    if (!linked.ok) return linked;
    if (linked.value === null) return fail({ code: 'not-linked' });
    if (linked.value.selection.mode !== 'always-prompt') return fail({ code: 'not-in-list' });
    const key = await apiKeyRecord(ports, linked.value.apiKeyId);
    if (!key.ok) return key;
    const state = await ports.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const { region } = key.value;
    const opened = await openIndex(ports, state, { apiKeyId: key.value.id, region });
    if (!opened.ok) return opened;
    const domains = await primaryDomainsOf(ports, key.value.id);
    const organizations = organizationsOf(found.value, linked.value, request.origin, opened.value, domains);
    const scope = scopeOf(linked.value, region, organizations, domains);
    return ok(searchOpened(ports.now(), [{ ...opened.value, scope }], request));
  });
