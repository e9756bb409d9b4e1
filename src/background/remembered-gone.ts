import type { Failure, FailureCode } from '../domain/failure.ts';
import type { Intent } from '../domain/fill.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';

const gone: readonly FailureCode[] = ['record-gone', 'record-moved', 'record-not-visible', 'password-archived'];

/**
 * A password that is gone is not remembered any longer, for none of the session's sites: the popup then opens on the
 * list, and says so. Every other refusal of IT Glue is told as it is.
 */
export async function afterRefusal(ports: Ports, intent: Intent, failure: Failure): Promise<Failure> {
  if (!gone.includes(failure.code)) return failure;
  const session = await existingEntry(ports, 'session', intent.sessionEntryId);
  if (!session.ok) return failure;
  const rememberedPasswords = session.value.rememberedPasswords.filter(
    ({ passwordId }) => passwordId !== intent.passwordId,
  );
  if (rememberedPasswords.length === session.value.rememberedPasswords.length) return failure;
  const put = await ports.store.put('entry', session.value.id, { ...session.value, rememberedPasswords });
  if (!put.ok) return put.failure;
  await ports.session.setChoosing(intent.tabId, session.value.id);
  return { code: 'remembered-gone' };
}
