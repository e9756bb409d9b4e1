import type { AuditReading, AuditStretch } from '../domain/audit.ts';
import type { AuditFilter } from '../domain/audit-filter.ts';

/** The commands of the audit. */
export interface AuditCommands {
  /** Everything that was written down of what was done with this vault. */
  'audit.list': { request: Record<never, never>; response: AuditReading };
  /** So many runs of it that end before a number (null: the newest), so that rows are there before all of it is read. */
  'audit.stretch': {
    request: { readonly before: number | null; readonly runs: number };
    response: AuditStretch;
  };
  /** Those records that fit, as the text of a file. */
  'audit.export': {
    request: AuditFilter & { readonly format: 'csv' | 'json' };
    response: { readonly text: string };
  };
}
