import type { AuditAction, AuditRecord, AuditRole } from './audit.ts';
import { folded, holdsAll, typedWords } from './search-text.ts';

export interface AuditFilter {
  /** Words that all have to be in names, address, reason or outcome. */
  readonly text: string;
  /** `values`: everything by which a password value left IT Glue. null: all. */
  readonly action: AuditAction | 'values' | null;
  readonly role: AuditRole | null;
  /** Only from this moment on (ms since 1970); null: from the beginning. */
  readonly from: number | null;
}

export const noFilter: AuditFilter = { text: '', action: null, role: null, from: null };

const values: readonly AuditAction[] = ['fetched', 'filled', 'revealed', 'copied', 'code-shown'];

const searched = (record: AuditRecord): string =>
  folded(
    [
      record.entryName,
      record.organizationName,
      record.passwordName,
      record.passwordId,
      record.origin,
      record.by,
      record.outcome,
      record.reason ?? null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  );

const fitsAction = ({ action }: AuditRecord, wanted: AuditFilter['action']): boolean =>
  wanted === null || (wanted === 'values' ? values.includes(action) : action === wanted);

/** The records that fit everything that is asked for, in their order. */
export function filteredAudit(records: readonly AuditRecord[], filter: AuditFilter): readonly AuditRecord[] {
  const words = typedWords(filter.text);
  return records.filter(
    (record) =>
      (filter.from === null || record.at >= filter.from) &&
      (filter.role === null || record.role === filter.role) &&
      fitsAction(record, filter.action) &&
      (words.length === 0 || holdsAll(searched(record), words)),
  );
}
