import type { AuditRecord } from './audit.ts';

const columns = [
  'seq',
  'at',
  'role',
  'action',
  'by',
  'entryName',
  'entryId',
  'organizationName',
  'passwordName',
  'passwordId',
  'origin',
  'outcome',
  'link',
] as const satisfies readonly (keyof AuditRecord)[];

/** A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection); an apostrophe makes it text. */
const formula = /^[=+\-@\t\r\n]/;

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const row = (record: AuditRecord): string =>
  columns.map((column) => cell(column === 'at' ? new Date(record.at).toISOString() : record[column])).join(',');

/** RFC 4180, with a line of names; times in UTC. */
export const auditCsv = (records: readonly AuditRecord[]): string =>
  [columns.join(','), ...records.map(row), ''].join('\r\n');

/** The records as they are chained, so that somebody else can check them. */
export const auditJson = (records: readonly AuditRecord[]): string => `${JSON.stringify(records, null, 2)}\n`;
