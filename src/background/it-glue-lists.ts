import type { OrganizationSummary, PasswordSummary } from '../domain/credential.ts';
import type { ApiKeyId, EntryId, OrganizationId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Fetched } from '../messaging/contract.ts';
import { accessOf, noteSuccess } from './api-key-access.ts';
import { cachedList, listLifetimeMs } from './cached-list.ts';
import type { ItGlueAccess, Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';
import type { Caller } from './use-case.ts';

async function read<Value>(
  ports: Ports,
  apiKeyId: ApiKeyId,
  ask: (access: ItGlueAccess) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const access = await accessOf(ports, apiKeyId);
  if (!access.ok) return access;
  const answer = await ask(access.value);
  if (answer.ok) await noteSuccess(ports, apiKeyId);
  return answer;
}

const organizationsQuestion = (apiKeyId: ApiKeyId): string => `${apiKeyId} organizations`;

/** One organization: out of the list that was just chosen from, otherwise asked for. */
export async function organizationBy(
  ports: Ports,
  apiKeyId: ApiKeyId,
  id: OrganizationId,
): Promise<Result<OrganizationSummary>> {
  const listed = ports.lists.get<OrganizationSummary>(organizationsQuestion(apiKeyId));
  const known = listed !== null && ports.now() - listed.fetchedAt < listLifetimeMs ? listed.rows : [];
  const row = known.find((one) => one.id === id);
  return row === undefined ? read(ports, apiKeyId, (access) => ports.itGlue.organization(access, id)) : ok(row);
}

/** Every organization that this API key sees. */
export const organizationsBy = (
  ports: Ports,
  apiKeyId: ApiKeyId,
  refresh: boolean,
): Promise<Result<Fetched<OrganizationSummary>>> =>
  cachedList(ports, organizationsQuestion(apiKeyId), refresh, () =>
    read(ports, apiKeyId, (access) => ports.itGlue.organizations(access)),
  );

/** The passwords of one organization, without values. */
export const passwordsBy = (
  ports: Ports,
  apiKeyId: ApiKeyId,
  organizationId: OrganizationId,
  refresh: boolean,
): Promise<Result<Fetched<PasswordSummary>>> =>
  cachedList(ports, `${apiKeyId} passwords ${organizationId}`, refresh, () =>
    read(ports, apiKeyId, (access) => ports.itGlue.passwords(access, organizationId)),
  );

/**
 * The gate asked for Edit on the entry that the request names. For a technician that right reaches no further than
 * this entry's own API key.
 */
export async function mayUseKey(
  ports: Ports,
  caller: Caller,
  entryId: EntryId | null,
  apiKeyId: ApiKeyId,
): Promise<Result<void>> {
  if (caller.role === 'administrator') return ok(undefined);
  if (entryId === null) return fail({ code: 'administrator-only' });
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  return entry.value.apiKeyId === apiKeyId ? ok(undefined) : fail({ code: 'not-allowed', right: 'edit' });
}

/** One password of an entry that stands for just one, as a list of it. */
export async function onlyPassword(
  ports: Ports,
  apiKeyId: ApiKeyId,
  ask: (access: ItGlueAccess) => Promise<Result<PasswordSummary>>,
): Promise<Result<Fetched<PasswordSummary>>> {
  const summary = await read(ports, apiKeyId, ask);
  return summary.ok ? ok({ rows: [summary.value], complete: true, fetchedAt: ports.now() }) : summary;
}
