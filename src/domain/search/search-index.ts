import type { OrganizationSummary } from '../credential.ts';
import type { OrganizationId, PasswordId } from '../ids.ts';
import { folded } from '../search-text.ts';
import type { IndexedPassword } from './indexed-password.ts';
import {
  boundsOfLine,
  mayHold,
  mayShare,
  openSegment,
  packPasswords,
  type Segment,
  type TextLine,
  textLines,
} from './segment.ts';
import { initialsOf } from './short-form.ts';

/** An organization as it is searched. */
export interface SearchedOrganization {
  readonly summary: OrganizationSummary;
  /** Folded name and short name, a line each. */
  readonly text: string;
  /** Of its name: `ndg`. */
  readonly initials: string;
}

/** Everything that one API key sees, ready to be searched. Positions count through all of it. */
export interface SearchIndex {
  readonly size: number;
  /** Folded, a line each: name, user name, address, category, folder, asset. */
  readonly texts: readonly string[];
  /** Positions in `organizations`; `nowhere` for a record that is not to be found. */
  readonly organizationOf: Uint32Array;
  readonly organizations: readonly SearchedOrganization[];
  passwordAt(position: number): IndexedPassword;
  /** The name of the record's folder; null: in none, or it is not known. */
  folderNameAt(position: number): string | null;
  /** Of `flagBits`. */
  flagsAt(position: number): number;
  /** A line of a record as it is written. */
  writtenAt(position: number, line: TextLine): string | null;
  /** Whether a record's address may hold more than its folded line says. */
  isBeyondAscii(position: number): boolean;
  /** -1: it is not in it. */
  positionOf(id: PasswordId): number;
}

/** The organization of a record that is not to be found: it was replaced, or may not be seen. */
export const nowhere = 0xffffffff;

/** Whether one line of a text holds a value. Most texts hold it nowhere, which is seen at once. */
export function lineHolds(text: string, line: TextLine, value: string): boolean {
  if (!text.includes(value)) return false;
  const [start, end] = boundsOfLine(text, line);
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

/** What an index is made of. */
export interface IndexSource {
  readonly organizations: readonly OrganizationSummary[];
  /** A later one's records before an earlier one's. */
  readonly segments: readonly Segment[];
  /** Names of folders by id, as far as they are known, folded into what is searched. */
  readonly folders?: ReadonlyMap<string, string>;
  /** Whether a record may be found; absent: all may. */
  readonly shows?: (segment: Segment, position: number) => boolean;
}

/** Positions of organizations by id; one that is not listed is found all the same. */
function organizationPositions(organizations: readonly OrganizationSummary[]) {
  const searched = organizations.map(searchedOrganization);
  const positions = new Map(organizations.map(({ id }, position) => [id, position]));
  const positionOf = (id: OrganizationId): number => {
    const known = positions.get(id) ?? searched.push(searchedOrganization(unlisted(id))) - 1;
    positions.set(id, known);
    return known;
  };
  return { searched, positionOf };
}

const folderLine = textLines.indexOf('folder');

const withFolder = (text: string, name: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === folderLine ? folded(name) : line))
    .join('\n');

interface Places {
  readonly offsets: readonly number[];
  readonly segments: readonly Segment[];
}

/** Which segment a position is in, and where in it. */
function placeOf({ offsets, segments }: Places, position: number): readonly [Segment, number] | null {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  const at = position - (offsets[low] ?? 0);
  return segment === undefined || at < 0 || at >= segment.size ? null : [segment, at];
}

/** Records that a later segment replaces are nowhere. */
function replace({ offsets, segments }: Places, organizationOf: Uint32Array): void {
  for (const [at, later] of segments.entries()) {
    const earlier = segments.flatMap((segment, before) => (before < at && mayShare(segment, later) ? [before] : []));
    if (earlier.length === 0) continue;
    const ids = new Set<string>(later.ids());
    for (const before of earlier)
      for (const [position, id] of (segments[before]?.ids() ?? []).entries())
        if (ids.has(id)) organizationOf[(offsets[before] ?? 0) + position] = nowhere;
  }
}

function fill(source: IndexSource, places: Places, positionOf: (id: OrganizationId) => number, texts: string[]) {
  const { segments, offsets } = places;
  const { shows, folders } = source;
  const organizationOf = new Uint32Array((offsets.at(-1) ?? 0) + (segments.at(-1)?.size ?? 0));
  for (const [at, segment] of segments.entries()) {
    const owners = segment.organizations.map(positionOf);
    const offset = offsets[at] ?? 0;
    for (const text of segment.texts()) texts.push(text);
    for (let position = 0; position < segment.size; position += 1) {
      const shown = shows?.(segment, position) ?? true;
      organizationOf[offset + position] = shown ? (owners[segment.organizationAt(position)] ?? nowhere) : nowhere;
      const folder = folders === undefined || folders.size === 0 ? null : segment.folderIdAt(position);
      const name = folder === null ? undefined : folders?.get(folder);
      if (name !== undefined) texts[offset + position] = withFolder(texts[offset + position] ?? '', name);
    }
  }
  replace(places, organizationOf);
  return organizationOf;
}

/** An index over open segments. Of a record only what is searched is taken out of them now. */
export function indexOfSegments(source: IndexSource): SearchIndex {
  const { segments, folders } = source;
  const { searched, positionOf } = organizationPositions(source.organizations);
  let size = 0;
  const offsets = segments.map((segment) => {
    size += segment.size;
    return size - segment.size;
  });
  const places = { offsets, segments };
  const texts: string[] = [];
  const organizationOf = fill(source, places, positionOf, texts);
  const at = <Value>(position: number, value: (segment: Segment, at: number) => Value, none: Value): Value => {
    const place = placeOf(places, position);
    return place === null ? none : value(...place);
  };
  return {
    size,
    texts,
    organizationOf,
    organizations: searched,
    passwordAt: (position) => {
      const place = placeOf(places, position);
      if (place === null) throw new RangeError(`There is no record at ${position}.`);
      return place[0].passwordAt(place[1]);
    },
    folderNameAt: (position) => folders?.get(at(position, (one, where) => one.folderIdAt(where), null) ?? '') ?? null,
    flagsAt: (position) => at(position, (one, where) => one.flagsAt(where), 0),
    writtenAt: (position, line) => at(position, (one, where) => one.writtenAt(where, line), null),
    isBeyondAscii: (position) => at(position, (one, where) => one.isBeyondAscii(where), false),
    positionOf(id) {
      for (let last = segments.length - 1; last >= 0; last -= 1) {
        const segment = segments[last];
        const found = segment === undefined || !mayHold(segment, id) ? -1 : segment.positionOf(id);
        if (found >= 0)
          return organizationOf[(offsets[last] ?? 0) + found] === nowhere ? -1 : (offsets[last] ?? 0) + found;
      }
      return -1;
    },
  };
}

const rowsOfSegment = 1000;

/** An index of records. `folders`: names by id, as far as they are known. Texts are expected as `displayText` leaves them. */
export function createSearchIndex(
  organizations: readonly OrganizationSummary[],
  passwords: readonly IndexedPassword[],
  folders: ReadonlyMap<string, string> = new Map(),
): SearchIndex {
  const pages = Array.from({ length: Math.ceil(passwords.length / rowsOfSegment) }, (_, page) =>
    packPasswords(passwords.slice(page * rowsOfSegment, (page + 1) * rowsOfSegment)),
  );
  return indexOfSegments({ organizations, segments: pages.flatMap((page) => openSegment(page) ?? []), folders });
}
