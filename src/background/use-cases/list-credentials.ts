import type { PasswordSummary } from '../../domain/credential.ts';
import type { ApiKeyId, OrganizationId, PasswordId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Fetched } from '../../messaging/contract.ts';
import { knownFolders, learnFolders } from '../index/folder-names.ts';
import { indexedRecord } from '../index/indexed-record.ts';
import { onlyPassword, passwordsBy } from '../it-glue-lists.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** One password of an entry whose list is searched, not read whole. */
async function inIndex(
  ports: Ports,
  apiKeyId: ApiKeyId,
  passwordId: PasswordId,
): Promise<Result<Fetched<PasswordSummary>>> {
  const record = await indexedRecord(ports, apiKeyId, passwordId);
  return record.ok ? ok({ rows: [record.value.summary], complete: true, fetchedAt: ports.now() }) : record;
}

/** A list that waits for its folders no longer than this: they are in it the next time. */
const foldersWithinMs = 2_000;

/** The passwords of one organization, with the names of their folders as far as they are known. */
async function withFolders(
  ports: Ports,
  apiKeyId: ApiKeyId,
  organizationId: OrganizationId,
  refresh: boolean,
): Promise<Result<Fetched<PasswordSummary>>> {
  const list = await passwordsBy(ports, apiKeyId, organizationId, refresh);
  const inFolders = list.ok && list.value.rows.some(({ folderId }) => folderId !== undefined);
  if (!inFolders) return list;
  await Promise.race([learnFolders(ports, apiKeyId, organizationId), ports.wait(foldersWithinMs)]);
  const state = await ports.session.unlocked();
  if (state === null) return fail({ code: 'locked' });
  const names = (await knownFolders(ports, state, apiKeyId))[organizationId]?.names ?? {};
  const named = (row: PasswordSummary): PasswordSummary => {
    const folderName = names[row.folderId ?? ''];
    return folderName === undefined ? row : { ...row, folderName };
  };
  return ok({ ...list.value, rows: list.value.rows.map(named) });
}

/**
 * The IT Glue credentials list of an entry: with Always prompt every password of its organization, otherwise the one it
 * stands for. Values are in neither.
 */
export const listCredentials: UseCase<'credentials.list'> = async (ports, { entryId, refresh, passwordId }) => {
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  const { apiKeyId, organizationId, selection } = entry.value;
  if (organizationId === null)
    return passwordId === undefined ? fail({ code: 'choose-first' }) : inIndex(ports, apiKeyId, passwordId);
  if (selection.mode === 'always-prompt') return withFolders(ports, apiKeyId, organizationId, refresh);
  const only = await onlyPassword(ports, apiKeyId, (access) =>
    ports.itGlue.passwordSummary(access, selection.passwordId),
  );
  if (only.ok && only.value.rows[0]?.organizationId !== organizationId) return fail({ code: 'record-moved' });
  return only;
};
