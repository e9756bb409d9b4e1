import type { AuditAction, AuditRecord, AuditRole } from './audit.ts';
import { folded, holdsAll, typedWords } from './search-text.ts';

export interface AuditFilter {
  /** Words that all have to be in what a record is searched in, in any order. */
  readonly text: string;
  /** `values`: everything by which a password value left IT Glue. null: all. */
  readonly action: AuditAction | 'values' | null;
  readonly role: AuditRole | null;
  /** Only from this moment on (ms since 1970); null: from the beginning. */
  readonly from: number | null;
}

export const noFilter: AuditFilter = { text: '', action: null, role: null, from: null };

const values: readonly AuditAction[] = ['fetched', 'filled', 'revealed', 'copied', 'code-shown'];

/** What an export says of a record in codes, and the id of its password. */
export const codesOf = ({ action, role, by, outcome, passwordId }: AuditRecord): string =>
  [action, role, by, outcome, passwordId ?? ''].join(' ');

const codesAndNames = (record: AuditRecord): string =>
  folded(
    [
      codesOf(record),
      record.entryName,
      record.organizationName,
      record.passwordName,
      record.origin,
      record.reason ?? null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );

const fitsAction = ({ action }: AuditRecord, wanted: AuditFilter['action']): boolean =>
  wanted === null || (wanted === 'values' ? values.includes(action) : action === wanted);

/**
 * The records that fit everything that is asked for, in their order. `searched`: what a record is searched in, folded;
 * codes and names where nobody looks at rows.
 */
export function filteredAudit(
  records: readonly AuditRecord[],
  filter: AuditFilter,
  searched: (record: AuditRecord) => string = codesAndNames,
): readonly AuditRecord[] {
  const words = typedWords(filter.text);
  return records.filter(
    (record) =>
      (filter.from === null || record.at >= filter.from) &&
      (filter.role === null || record.role === filter.role) &&
      fitsAction(record, filter.action) &&
      (words.length === 0 || holdsAll(searched(record), words)),
  );
}
