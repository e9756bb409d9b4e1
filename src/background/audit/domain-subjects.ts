import type { RequestOf } from '../../messaging/contract.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { openIndex } from '../index/open-index.ts';
import type { AuditSubject, SubjectPorts } from './audit-subject.ts';
import { aboutNothing } from './missed-events.ts';

/** Names of a key's organizations by their ids, as far as its index knows them. */
async function namesIn(
  ports: SubjectPorts,
  apiKeyId: RequestOf<'primaryDomains.set'>['apiKeyId'],
): Promise<ReadonlyMap<string, string>> {
  const [key, state] = [await apiKeyRecord(ports, apiKeyId), await ports.session.unlocked()];
  if (!key.ok || state === null) return new Map();
  const opened = await openIndex(ports, state, { apiKeyId, region: key.value.region }).catch(() => null);
  const organizations = opened?.ok === true ? opened.value.index.organizations : [];
  return new Map(organizations.map(({ summary }) => [summary.id, summary.name]));
}

/** Each organization whose primary domain was to change, with the domain in the place of an address; null: it was to have none. */
export async function domainSubjects(
  ports: SubjectPorts,
  { apiKeyId, changes }: RequestOf<'primaryDomains.set'>,
): Promise<readonly AuditSubject[]> {
  const names = await namesIn(ports, apiKeyId);
  return changes.map(({ organizationId, domain }) => ({
    ...aboutNothing,
    organizationId,
    organizationName: names.get(organizationId) ?? null,
    origin: domain,
  }));
}
