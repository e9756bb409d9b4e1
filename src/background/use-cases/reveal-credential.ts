import { fail, ok } from '../../domain/result.ts';
import { accessOf, noteSuccess } from '../api-key-access.ts';
import { chosenPassword } from '../chosen-password.ts';
import { indexedRecord } from '../index/indexed-record.ts';
import { noteUse } from '../index/password-uses.ts';
import { noteRecent } from '../marks.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** One password value for one look or one copy, asked of IT Glue at this moment. The gate has asked for View password. */
export const revealCredential: UseCase<'credential.reveal'> = async (ports, { entryId, passwordId }) => {
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  const chosen = chosenPassword(entry.value, passwordId);
  if (!chosen.ok) return chosen;
  // An entry of all organizations reaches what its index holds, and a record there is of one organization.
  const record =
    entry.value.organizationId === null ? await indexedRecord(ports, entry.value.apiKeyId, chosen.value) : null;
  if (record?.ok === false) return record;
  const organizationId = record?.value.organization.organizationId ?? entry.value.organizationId;
  const access = await accessOf(ports, entry.value.apiKeyId);
  if (!access.ok) return access;
  const credential = await ports.itGlue.password(access.value, chosen.value);
  if (!credential.ok) return credential;
  if (credential.value.summary.organizationId !== organizationId) return fail({ code: 'record-moved' });
  await noteSuccess(ports, entry.value.apiKeyId);
  if ((await ports.door.role()) === null) return fail({ code: 'locked' });
  await noteUse(ports, entry.value.apiKeyId, chosen.value, null);
  await noteRecent(ports, entryId);
  return ok({ password: credential.value.value.expose() });
};
