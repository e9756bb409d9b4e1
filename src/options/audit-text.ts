import type { AuditAction, AuditReading, AuditRecord, AuditRole } from '../domain/audit.ts';
import { countText } from '../texts/count-text.ts';
import { momentText } from '../texts/moment-text.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const actions: Readonly<Record<AuditAction, TextKey>> = {
  unlocked: 'auditUnlocked',
  listed: 'auditListed',
  fetched: 'auditFetched',
  filled: 'auditFilled',
  revealed: 'auditRevealed',
  copied: 'auditCopied',
  'code-shown': 'auditCodeShown',
  launched: 'auditLaunched',
  changed: 'auditChanged',
  refused: 'auditRefused',
  missed: 'auditMissed',
};

export const actionText = (action: AuditAction): string => text(actions[action]);

const roles: Readonly<Record<AuditRole, TextKey>> = {
  administrator: 'roleAdministrator',
  technician: 'roleTechnician',
  nobody: 'roleNobody',
};

export const roleText = (role: AuditRole): string => text(roles[role]);

/** What it was about, from the nearest to the widest. */
export const aboutText = (record: AuditRecord): string =>
  [record.passwordName, record.entryName, record.organizationName, record.origin]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** How many events a counted record stands for; nothing for a record of one. */
export const countedText = ({ count, since }: AuditRecord): string =>
  typeof since === 'number' ? ` ${text('auditCountedSince', countText(count ?? 1), momentText(since))}` : '';

/** Whether what is shown can be relied on, in one sentence; null: it can. */
export function doubtText({ brokenAt, failedSince }: Pick<AuditReading, 'brokenAt' | 'failedSince'>): string | null {
  if (brokenAt !== null) return text('optionsChainBrokenAtRecordSomething', brokenAt);
  if (failedSince !== null) return text('optionsSinceEventsCouldNotBe', momentText(failedSince));
  return null;
}
