import type { AuditRecord } from '../../src/domain/audit.ts';

/** A record of a revealed password; what is not said is not known. */
export const auditRecord = (seq: number, change: Partial<AuditRecord> = {}): AuditRecord => ({
  seq,
  at: 1_700_000_000_000 + seq,
  role: 'technician',
  action: 'revealed',
  by: 'credential.reveal',
  entryId: null,
  entryName: null,
  organizationName: null,
  passwordId: null,
  passwordName: null,
  origin: null,
  outcome: 'ok',
  link: '',
  ...change,
});
