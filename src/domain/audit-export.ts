import { type AuditReading, type AuditRecord, chainedFields } from './audit.ts';

const columns = [
  'seq',
  'at',
  'role',
  'action',
  'by',
  'entryName',
  'entryId',
  'organizationId',
  'organizationName',
  'passwordName',
  'passwordId',
  'origin',
  'outcome',
  'reason',
  'count',
  'since',
  'link',
] as const satisfies readonly (keyof AuditRecord)[];

/** A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection); an apostrophe makes it text. */
const formula = /^[=+\-@\t\r\n]/;

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const times: readonly (keyof AuditRecord)[] = ['at', 'since'];

const row = (record: AuditRecord): string =>
  columns
    .map((column) => {
      const value = record[column];
      return cell(times.includes(column) && typeof value === 'number' ? new Date(value).toISOString() : value);
    })
    .join(',');

/** RFC 4180, with a line of names; times in UTC. */
export const auditCsv = (records: readonly AuditRecord[]): string =>
  [columns.join(','), ...records.map(row), ''].join('\r\n');

/**
 * The records as they are chained, oldest first, each with the link before it, so that somebody else can compute every
 * link again. `docs/audit.md` says how. `found`: those of the reading that were asked for, in its order.
 */
export function auditJson(reading: AuditReading, found: readonly AuditRecord[]): string {
  const { records, anchor, brokenAt, dropped, failedSince } = reading;
  const before = new Map(records.map((record, at) => [record.seq, records[at + 1]?.link ?? anchor]));
  const file = {
    format: 'linked-vault-audit',
    version: 1,
    filtered: found.length < records.length,
    fields: chainedFields,
    anchor,
    records: found.toReversed().map((record) => ({ before: before.get(record.seq), ...record })),
    recordsInAll: records.length,
    last: records[0] === undefined ? null : { seq: records[0].seq, link: records[0].link },
    dropped,
    brokenAt,
    failedSince,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
