import type { AuditReading, AuditStretch } from '../domain/audit.ts';

/** What of the audit was read and checked so far, newest first. */
export interface AuditSoFar extends Omit<AuditReading, 'anchor'> {
  /** How many records there are in all. */
  readonly kept: number;
  readonly complete: boolean;
}

/** What was read, and the older stretch that follows. */
export const joinedAudit = (before: AuditSoFar | null, stretch: AuditStretch): AuditSoFar => ({
  records: [...(before?.records ?? []), ...stretch.records],
  // The older break is where the chain stops being sound.
  brokenAt: stretch.brokenAt ?? before?.brokenAt ?? null,
  dropped: stretch.dropped,
  failedSince: (before ?? stretch).failedSince,
  kept: (before ?? stretch).kept,
  complete: stretch.older === null,
});
