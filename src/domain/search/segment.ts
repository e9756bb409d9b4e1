import { asId, type OrganizationId, type PasswordId } from '../ids.ts';
import { beyondAscii, folded } from '../search-text.ts';
import type { IndexedPassword } from './indexed-password.ts';

/*
 * A page of passwords as one text, so that opening a hundred thousand of them is cutting up a hundred texts: a column after
 * the other, and in a column a record after the other. What a search looks at is folded as a whole; what a person sees of
 * a record is taken apart when it is shown. Absent and empty are one.
 */

/** No text of a record holds these: `displayText` leaves no control characters. */
const [columnEnd, recordEnd, lineEnd] = ['\u001d', '\r', '\n'] as const;
const separators = new RegExp(`[${columnEnd}${recordEnd}${lineEnd}]`, 'g');
/** Also tells such a text from JSON. */
const mark = `${columnEnd}1`;
/** First of the characters that stand for small numbers. */
const zero = 48;

const flagNames = ['restricted', 'archived', 'vaulted', 'otpEnabled'] as const;
export const flagBits = { restricted: 1, archived: 2, vaulted: 4, otpEnabled: 8 } as const;

const plain = (text: string | null): string => (text ?? '').replace(separators, ' ');
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const digit = (value: number): string => String.fromCharCode(zero + value);
const time = (value: number | null): string => (value === null ? '' : value.toString(36));
const timeOf = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number.parseInt(text, 36);

/** The lines of a text, in their order. A folder's name is not known with the record: its line is empty. */
export const textLines = ['name', 'username', 'host', 'category', 'folder', 'asset'] as const;

export type TextLine = (typeof textLines)[number];

/** Where a line of a text starts and ends. */
export function boundsOfLine(text: string, line: TextLine): readonly [number, number] {
  let start = 0;
  for (let before = textLines.indexOf(line); before > 0; before -= 1) start = text.indexOf(lineEnd, start) + 1;
  const end = text.indexOf(lineEnd, start);
  return [start, end < 0 ? text.length : end];
}

/** One line of a text. */
export function lineOf(text: string, line: TextLine): string {
  const [start, end] = boundsOfLine(text, line);
  return text.slice(start, end);
}

const linesOf = ({ name, username, url, categoryName, assetName }: IndexedPassword): string =>
  [name, username, url, categoryName, '', assetName].map(plain).join(lineEnd);

/** Ids are numbers of any length. */
const isBefore = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);

export function packPasswords(rows: readonly IndexedPassword[]): string {
  const organizations = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const positions = new Map(organizations.map((id, position) => [id, position]));
  const sorted = rows.every(({ id }, at) => at === 0 || isBefore(rows[at - 1]?.id ?? '', id));
  const column = (text: (row: IndexedPassword) => string): string => rows.map(text).join(recordEnd);
  return [
    mark,
    String(rows.length),
    sorted ? 'sorted' : '',
    column(({ id }) => id),
    organizations.join(recordEnd),
    rows.map(({ organizationId }) => digit(positions.get(organizationId) ?? 0)).join(''),
    rows.map((row) => digit(flagNames.reduce((sum, flag) => sum + (row[flag] ? flagBits[flag] : 0), 0))).join(''),
    column(({ passwordUpdatedAt }) => time(passwordUpdatedAt)),
    column(({ updatedAt }) => time(updatedAt)),
    column(({ folderId }) => folderId ?? ''),
    column(linesOf),
  ].join(columnEnd);
}

/** A packed page, open. Positions count from 0. */
export interface Segment {
  readonly size: number;
  /** The first and the last id where they ascend; null: they do not. */
  readonly range: readonly [string, string] | null;
  readonly organizations: readonly OrganizationId[];
  /** A position in `organizations`. */
  organizationAt(position: number): number;
  flagsAt(position: number): number;
  /** Folded, a line each, for every record. */
  texts(): readonly string[];
  /** -1: not in it. */
  positionOf(id: PasswordId): number;
  ids(): readonly PasswordId[];
  /** null: in none, or it is not known. */
  folderIdAt(position: number): string | null;
  /** A line of a record as it is written. */
  writtenAt(position: number, line: TextLine): string | null;
  /** Whether folding may have changed more than the case of letters. */
  isBeyondAscii(position: number): boolean;
  passwordAt(position: number): IndexedPassword;
}

/** A column cut up when it is first asked for. */
function cut(column: string, size: number): () => readonly string[] {
  let parts: readonly string[] | null = null;
  return () => {
    parts ??= size === 0 ? [] : column.split(recordEnd);
    return parts;
  };
}

function rangeOf(ids: string, sorted: boolean): Segment['range'] {
  const first = ids.indexOf(recordEnd);
  if (!sorted || ids === '') return null;
  return [first < 0 ? ids : ids.slice(0, first), ids.slice(ids.lastIndexOf(recordEnd) + 1)];
}

/** A record's columns, as they were cut up. */
interface Cut {
  readonly ids: () => readonly string[];
  readonly changed: () => readonly string[];
  readonly updated: () => readonly string[];
  readonly folders: () => readonly string[];
  readonly lines: () => readonly string[];
}

function passwordOf(own: Cut, position: number, organizationId: OrganizationId, flags: number): IndexedPassword {
  const [name = '', username, url, categoryName, , assetName] = (own.lines()[position] ?? '').split(lineEnd);
  return {
    id: asId(own.ids()[position] ?? ''),
    organizationId,
    name,
    username: orNull(username),
    url: orNull(url),
    categoryName: orNull(categoryName),
    assetName: orNull(assetName),
    folderId: orNull(own.folders()[position]),
    restricted: (flags & flagBits.restricted) !== 0,
    archived: (flags & flagBits.archived) !== 0,
    vaulted: (flags & flagBits.vaulted) !== 0,
    otpEnabled: (flags & flagBits.otpEnabled) !== 0,
    passwordUpdatedAt: timeOf(own.changed()[position]),
    updatedAt: timeOf(own.updated()[position]),
  };
}

/** Whether a text is a packed page; JSON never is. */
export const isSegment = (text: string): boolean => text.startsWith(mark + columnEnd);

/** null: no such text. */
export function openSegment(packed: unknown): Segment | null {
  if (typeof packed !== 'string' || !isSegment(packed)) return null;
  const columns = packed.slice(mark.length + 1).split(columnEnd);
  const [
    count = '',
    sorted,
    ids = '',
    known = '',
    owners = '',
    flags = '',
    changed = '',
    updated = '',
    folders = '',
    lines,
  ] = columns;
  const size = Number(count);
  if (lines === undefined || owners.length !== size || flags.length !== size) return null;
  const organizations = known === '' ? [] : known.split(recordEnd).map((id) => asId<'organization'>(id));
  const own: Cut = {
    ids: cut(ids, size),
    changed: cut(changed, size),
    updated: cut(updated, size),
    folders: cut(folders, size),
    lines: cut(lines, size),
  };
  const organizationAt = (position: number): number => owners.charCodeAt(position) - zero;
  const flagsAt = (position: number): number => flags.charCodeAt(position) - zero;
  const whole = beyondAscii.test(lines);
  return {
    size,
    range: rangeOf(ids, sorted === 'sorted'),
    organizations,
    organizationAt,
    flagsAt,
    texts: () => (size === 0 ? [] : folded(lines).split(recordEnd)),
    positionOf: (id) => own.ids().indexOf(id),
    ids: () => own.ids() as readonly PasswordId[],
    folderIdAt: (position) => orNull(own.folders()[position]),
    writtenAt: (position, line) => orNull(lineOf(own.lines()[position] ?? '', line)),
    isBeyondAscii: (position) => whole && beyondAscii.test(own.lines()[position] ?? ''),
    passwordAt: (position) =>
      passwordOf(own, position, organizations[organizationAt(position)] ?? asId(''), flagsAt(position)),
  };
}

/** Whether ids of one segment may be in another: two that ascend one after the other share none. */
export function mayShare(a: Segment, b: Segment): boolean {
  if (a.size === 0 || b.size === 0) return false;
  return (
    a.range === null || b.range === null || !(isBefore(a.range[1], b.range[0]) || isBefore(b.range[1], a.range[0]))
  );
}

/** Whether an id may be in a segment. */
export const mayHold = ({ range }: Segment, id: string): boolean =>
  range === null || !(isBefore(id, range[0]) || isBefore(range[1], id));
