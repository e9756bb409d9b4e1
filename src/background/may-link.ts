import type { CredentialEntry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { rightsOn } from './gate.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';
import type { Caller } from './use-case.ts';

/**
 * Who links a session decides where a password goes, so linking needs Edit on the credential entry it is linked to:
 * the gate has asked for Edit on the session, and so on the entry linked before. Answers that entry; null: none.
 */
export async function mayLink(
  ports: Pick<Ports, 'store'>,
  id: EntryId | null,
  caller: Caller,
): Promise<Result<CredentialEntry | null>> {
  if (id === null) return ok(null);
  const credential = await existingEntry(ports, 'credential', id);
  if (!credential.ok) return credential;
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', credential.value);
  if (!rights.ok) return rights;
  return rights.value.edit ? credential : fail({ code: 'not-allowed', right: 'edit' });
}
