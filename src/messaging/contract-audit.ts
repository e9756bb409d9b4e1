import type { AuditStretch } from '../domain/audit.ts';
import type { IntentSource } from '../domain/fill.ts';
import type { CommandName } from './contract.ts';

/** What can stand behind an event: a command, the gesture of a fill, the client of IT Glue, a new managed policy, the audit itself. */
export type AuditBy = CommandName | IntentSource | 'it-glue' | 'policy' | 'audit';

/** The commands of the audit. */
export interface AuditCommands {
  /**
   * So many runs of what was done with this vault, newest first, that end before a number (null: the newest), so that
   * rows are there before all of it is read.
   */
  'audit.stretch': {
    request: { readonly before: number | null; readonly runs: number };
    response: AuditStretch;
  };
  /** The records of these numbers (null: all of them) as the text of a file. */
  'audit.export': {
    request: { readonly seqs: readonly number[] | null; readonly format: 'csv' | 'json' };
    response: { readonly text: string };
  };
}
