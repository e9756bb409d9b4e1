import type { AuditRecord } from '../domain/audit.ts';
import { type AuditFilter, codesOf, filteredAudit } from '../domain/audit-filter.ts';
import { beyondAscii, folded } from '../domain/search-text.ts';
import type { AuditRowText } from './audit-row-text.ts';

/** Marks that are shown as typography has them, and typed as the keyboard has them. */
const asTyped: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ׳]/g, "'"],
  [/[“”„״]/g, '"'],
  [/[‐‑–־]/g, '-'],
  [/[\u200e\u200f\u2066-\u2069]/g, ''],
];

const typable = (shown: string): string =>
  beyondAscii.test(shown) ? asTyped.reduce((text, [marks, typed]) => text.replace(marks, typed), shown) : shown;

export interface AuditSearch {
  /** Makes the texts of records ready, so that no key has to wait for them. */
  readonly prepare: (records: readonly AuditRecord[]) => void;
  /** The records whose rows, or whose codes, hold every word; and that fit the rest of the filter. */
  readonly found: (records: readonly AuditRecord[], filter: AuditFilter) => readonly AuditRecord[];
}

/** Searches rows by the words that stand on them. Their texts go with the records. */
export function auditSearch(rowTextOf: (record: AuditRecord) => AuditRowText): AuditSearch {
  const known = new WeakMap<AuditRecord, string>();
  const searched = (record: AuditRecord): string => {
    const ready = known.get(record);
    if (ready !== undefined) return ready;
    const { what, detail, about } = rowTextOf(record);
    const made = folded(typable([what, detail, about, codesOf(record)].join(' ')));
    known.set(record, made);
    return made;
  };
  return {
    prepare: (records) => {
      for (const record of records) searched(record);
    },
    found: (records, filter) => filteredAudit(records, { ...filter, text: typable(filter.text) }, searched),
  };
}
