import type { AuditAction, AuditReading, AuditRecord } from '../domain/audit.ts';

export const actionText: Readonly<Record<AuditAction, string>> = {
  unlocked: 'Unlocked',
  listed: 'Listed',
  fetched: 'Fetched a password value',
  filled: 'Filled',
  revealed: 'Revealed',
  copied: 'Copied',
  'code-shown': 'Showed a one-time code',
  launched: 'Launched',
  changed: 'Changed',
  refused: 'Refused',
  missed: 'Not written down at the time',
};

/** When it was, as this person writes it. */
export const momentText = (at: number): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** What it was about, from the nearest to the widest. */
export const aboutText = (record: AuditRecord): string =>
  [record.passwordName, record.entryName, record.organizationName, record.origin]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** How many events a counted record stands for; nothing for a record of one. */
export const countText = ({ count, since }: AuditRecord): string =>
  typeof since === 'number' ? ` (${count ?? 1} since ${momentText(since)})` : '';

/** Whether what is shown can be relied on, in one sentence; null: it can. */
export function doubtText({ brokenAt, failedSince }: AuditReading): string | null {
  if (brokenAt !== null)
    return `The chain is broken at record ${brokenAt}: something was changed or taken out from there on, outside of Linked Vault.`;
  if (failedSince !== null)
    return `Since ${momentText(failedSince)} events could not be written down: free some disk space. The next one that can be says how many.`;
  return null;
}
