import type { AuditEvent } from '../../domain/audit.ts';
import type { EntryOrganization } from '../../domain/entry.ts';
import type { IntentSource } from '../../domain/fill.ts';
import type { EntryId, PasswordId } from '../../domain/ids.ts';
import type { FillEnd } from '../../messaging/contract.ts';
import type { Ports } from '../ports.ts';
import { subjectOf } from './audit-subject.ts';

function endEvent(end: FillEnd): Pick<AuditEvent, 'action' | 'outcome'> {
  if ('failure' in end) return { action: 'refused', outcome: end.failure.code };
  if ('signInDialog' in end) return { action: 'filled', outcome: 'ok' };
  if ('copied' in end) return { action: 'copied', outcome: 'ok' };
  const { outcome } = end;
  if (outcome.kind === 'filled') return { action: 'filled', outcome: 'ok' };
  if (outcome.kind === 'partly') return { action: 'filled', outcome: 'partly' };
  return { action: 'refused', outcome: outcome.kind === 'refused' ? outcome.reason : outcome.kind };
}

/** What was to be filled, and by which gesture. */
interface UsedFor {
  readonly source: IntentSource | 'challenge.answer';
  readonly sessionEntryId: EntryId;
  readonly passwordId: PasswordId | null;
  /** For which an entry of all organizations was used; null: the entry is of one, or none was chosen. */
  readonly organization: EntryOrganization | null;
}

/**
 * Writes down how a fill ended; a launch ends when its command was answered long ago. `origin`: of the page that was
 * there, in the browser's words; null where it never came to a page, and then the session's own stands for it.
 */
export async function noteFill(
  ports: Pick<Ports, 'store' | 'session' | 'now' | 'audit'>,
  { source, sessionEntryId, passwordId, organization }: UsedFor,
  end: FillEnd,
  origin: string | null,
): Promise<void> {
  // A launch looks again until its page is there; that it was not yet is no end.
  if (source === 'launch' && 'outcome' in end && end.outcome.kind === 'absent') return;
  const subject = await subjectOf(ports, sessionEntryId, passwordId, organization);
  await ports.audit.note({ ...subject, origin: origin ?? subject.origin, ...endEvent(end), by: source });
}
