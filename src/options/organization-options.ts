import type { OrganizationSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';
import { text } from '../texts/text.ts';

/** Short name, status and parent: what tells organizations of one name apart. */
function detailOf(row: OrganizationSummary, names: ReadonlyMap<string, string>): string {
  const parent = row.parentId === null ? undefined : names.get(row.parentId);
  const parts = [row.shortName, row.statusName, parent === undefined ? null : text('optionsPartOf', parent)];
  return displayText(parts.filter((part) => part !== null && part !== '').join(' · '));
}

/** Organizations as a searchable list shows them. */
export function organizationOptions(rows: readonly OrganizationSummary[]) {
  const names = new Map<string, string>(rows.map((row) => [row.id, row.name]));
  return rows.map((row) => ({
    id: row.id,
    text: displayText(row.name),
    detail: detailOf(row, names) || undefined,
    row,
  }));
}
