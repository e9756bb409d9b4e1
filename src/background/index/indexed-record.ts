import type { PasswordSummary } from '../../domain/credential.ts';
import type { EntryOrganization } from '../../domain/entry.ts';
import type { ApiKeyId, PasswordId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { summaryOf } from '../../domain/search/indexed-password.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { Ports } from '../ports.ts';
import { primaryDomainsOf, withPrimaryDomain } from '../primary-domains.ts';
import { openIndex } from './open-index.ts';

export interface IndexedRecord {
  readonly summary: PasswordSummary;
  readonly organization: EntryOrganization;
}

/**
 * A password as the index of a key knows it, with the organization that it belongs to. `not-in-list` where the index
 * does not hold it: it was never read, is excluded, or the policy does not allow it.
 */
export const indexedRecord = (
  ports: Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'session' | 'policy' | 'now' | 'store'>,
  apiKeyId: ApiKeyId,
  passwordId: PasswordId,
): Promise<Result<IndexedRecord>> =>
  orStorageFailed(async () => {
    const key = await apiKeyRecord(ports, apiKeyId);
    if (!key.ok) return key;
    const state = await ports.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const opened = await openIndex(ports, state, { apiKeyId, region: key.value.region });
    if (!opened.ok) return opened;
    const { index } = opened.value;
    const position = index.positionOf(passwordId);
    const organization = index.organizations[index.organizationOf[position] ?? -1]?.summary;
    if (organization === undefined) return fail({ code: 'not-in-list' });
    const { id: organizationId, name: organizationName, shortName: organizationShortName } = organization;
    return ok({
      summary: summaryOf(index.passwordAt(position), organization, index.folderNameAt(position)),
      organization: withPrimaryDomain(
        { organizationId, organizationName, organizationShortName },
        await primaryDomainsOf(ports, apiKeyId),
      ),
    });
  });
