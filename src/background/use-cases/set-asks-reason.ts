import { fail } from '../../domain/result.ts';
import { keepCredential } from '../keep-credential.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Whether an entry asks for a reason or ticket number. An administrator's switch: Edit alone does not turn it off. */
export const setAsksReason: UseCase<'credentialEntry.setAsksReason'> = async (
  ports,
  { entryId, rev, asks },
  caller,
) => {
  const found = await existingEntry(ports, 'credential', entryId);
  if (!found.ok) return found;
  if (found.value.rev !== rev) return fail({ code: 'entry-changed' });
  return keepCredential(ports, caller, { ...found.value, rev: rev + 1, asksReason: asks });
};
