import { fail } from '../../domain/result.ts';
import { keepCredential } from '../keep-credential.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Whether a fill that wrote the password puts the one-time code on the clipboard as well. */
export const setCodeCopy: UseCase<'credentialEntry.setCodeCopy'> = async (ports, { entryId, rev, copy }, caller) => {
  const found = await existingEntry(ports, 'credential', entryId);
  if (!found.ok) return found;
  if (found.value.rev !== rev) return fail({ code: 'entry-changed' });
  return keepCredential(ports, caller, { ...found.value, rev: rev + 1, copyCode: copy });
};
