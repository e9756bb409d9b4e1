import { fail } from '../../domain/result.ts';
import { onlyPassword, passwordsBy } from '../it-glue-lists.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/**
 * The IT Glue credentials list of an entry: with Always prompt every password of its organization, otherwise the one it
 * stands for. Values are in neither.
 */
export const listCredentials: UseCase<'credentials.list'> = async (ports, { entryId, refresh }) => {
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  const { apiKeyId, organizationId, selection } = entry.value;
  if (selection.mode === 'always-prompt') return passwordsBy(ports, apiKeyId, organizationId, refresh);
  const only = await onlyPassword(ports, apiKeyId, (access) =>
    ports.itGlue.passwordSummary(access, selection.passwordId),
  );
  if (only.ok && only.value.rows[0]?.organizationId !== organizationId) return fail({ code: 'record-moved' });
  return only;
};
