import type { OrganizationSummary } from '../credential.ts';
import type { OrganizationId } from '../ids.ts';
import { folded } from '../search-text.ts';
import type { IndexedPassword } from './indexed-password.ts';
import { initialsOf } from './short-form.ts';

/** An organization as it is searched. */
export interface SearchedOrganization {
  readonly summary: OrganizationSummary;
  /** Folded name and short name, a line each. */
  readonly text: string;
  /** Of its name: `ndg`. */
  readonly initials: string;
}

/** Everything that one API key sees, ready to be searched. Columns run in step. */
export interface SearchIndex {
  readonly passwords: readonly IndexedPassword[];
  /** Folded, a line each: name, user name, address, category, folder, asset. */
  readonly texts: readonly string[];
  /** Positions in `organizations`. */
  readonly organizationOf: Uint32Array;
  readonly organizations: readonly SearchedOrganization[];
}

/** The lines of a text, in their order. */
export const textLines = ['name', 'username', 'host', 'category', 'folder', 'asset'] as const;

export type TextLine = (typeof textLines)[number];

/** Where a line of a text starts and ends. */
function bounds(text: string, line: TextLine): readonly [number, number] {
  let start = 0;
  for (let before = textLines.indexOf(line); before > 0; before -= 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}

/** One line of a text, folded. */
export const lineOf = (text: string, line: TextLine): string => text.slice(...bounds(text, line));

/** Whether one line of a text holds a value. Most texts hold it nowhere, which is seen at once. */
export function lineHolds(text: string, line: TextLine, value: string): boolean {
  if (!text.includes(value)) return false;
  const [start, end] = bounds(text, line);
  const at = text.indexOf(value, start);
  return at >= 0 && at + value.length <= end;
}

const searchedOrganization = (summary: OrganizationSummary): SearchedOrganization => ({
  summary,
  text: folded(`${summary.name}\n${summary.shortName ?? ''}`),
  initials: initialsOf(folded(summary.name)),
});

/** An organization that the key no longer lists, or not yet: its passwords are found all the same. */
const unlisted = (id: OrganizationId): OrganizationSummary => ({
  id,
  name: '',
  shortName: null,
  statusName: null,
  parentId: null,
});

const part = (text: string | null | undefined): string => text ?? '';

const textOf = (password: IndexedPassword, folders: ReadonlyMap<string, string>): string =>
  folded(
    `${password.name}\n${part(password.username)}\n${part(password.url)}\n${part(password.categoryName)}\n` +
      `${part(password.folderId === null ? null : folders.get(password.folderId))}\n${part(password.assetName)}`,
  );

/** `folders`: names by id, as far as they are known. Texts are expected as `displayText` leaves them, without line breaks. */
export function createSearchIndex(
  organizations: readonly OrganizationSummary[],
  passwords: readonly IndexedPassword[],
  folders: ReadonlyMap<string, string> = new Map(),
): SearchIndex {
  const searched = organizations.map(searchedOrganization);
  const positions = new Map(organizations.map(({ id }, position) => [id, position]));
  const positionOf = (id: OrganizationId): number => {
    const known = positions.get(id) ?? searched.push(searchedOrganization(unlisted(id))) - 1;
    positions.set(id, known);
    return known;
  };
  return {
    passwords,
    texts: passwords.map((password) => textOf(password, folders)),
    organizationOf: Uint32Array.from(passwords, ({ organizationId }) => positionOf(organizationId)),
    organizations: searched,
  };
}
