import type { PasswordSummary } from './credential.ts';
import type { PasswordId } from './ids.ts';
import { originsIn } from './origins-in.ts';
import { folded, holdsAll, typedWords } from './search-text.ts';

const searchText = (row: PasswordSummary): string =>
  folded(
    [row.name, row.username, row.url, row.categoryName, row.folderName ?? null, row.assetName]
      .filter((part) => part !== null)
      .join(' '),
  );

const hostname = (origin: string): string => new URL(origin).hostname;

/** 0 same origin, 1 same host, 2 other: the order in which a list for this site is shown. */
function distance(row: PasswordSummary, origin: string | null): number {
  if (origin === null) return 2;
  const origins = originsIn(row.url);
  if (origins.includes(origin)) return 0;
  return origins.some((other) => hostname(other) === hostname(origin)) ? 1 : 2;
}

/** Not something a website session can use: a disk recovery key, a host-proof vault record. */
const notForWebsites = (row: PasswordSummary): boolean => row.vaulted || /bitlocker|recovery key/i.test(row.name);

/**
 * The IT Glue credentials list for one site: rows with every typed word, what is remembered for it first, then those
 * whose address is this site, records that no website takes last, then by name. Archived records are left out. Without a
 * site (null) the order is by name.
 */
export function pickList(
  rows: readonly PasswordSummary[],
  typed: string,
  origin: string | null,
  remembered: PasswordId | null = null,
): readonly PasswordSummary[] {
  const words = typedWords(typed);
  return rows
    .filter((row) => !row.archived)
    .filter((row) => holdsAll(searchText(row), words))
    .map((row) => ({ row, order: row.id === remembered ? -1 : notForWebsites(row) ? 3 : distance(row, origin) }))
    .sort((a, b) => a.order - b.order || a.row.name.localeCompare(b.row.name) || a.row.id.localeCompare(b.row.id))
    .map(({ row }) => row);
}

/** Whether a row's own address is this site: shown as such in the list. */
export const isForSite = (row: PasswordSummary, origin: string | null): boolean => distance(row, origin) < 2;
