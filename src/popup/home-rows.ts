import { type Folders, folderChain, noFolders } from '../domain/folder.ts';
import type { OrganizationId } from '../domain/ids.ts';
import { type Marks, noMarks } from '../domain/marks.ts';
import { type RememberedPassword, rememberedFor } from '../domain/remembered-password.ts';
import { remoteAddress } from '../domain/remote-way.ts';
import { folded, holdsAll, typedWords } from '../domain/search-text.ts';
import { clientOf } from '../domain/tab-client.ts';
import type {
  CredentialEntryView,
  EntryView,
  FrontPage,
  RemoteEntryView,
  SessionEntryView,
} from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { organizationText } from '../ui/organization-text.ts';
import type { HitAction, HitRow } from './index-rows.ts';
import { typedOrder } from './typed-order.ts';

/** What pressing Enter on a website session does. */
export type SessionAction = 'fill' | 'launch' | 'allow' | 'link';

/** What can be done with any row. `choose`: to see the list although something is remembered. */
export type RowAction = SessionAction | HitAction | 'choose';

export interface SessionRow {
  readonly kind: 'session';
  readonly id: string;
  readonly session: SessionEntryView;
  readonly credential: CredentialEntryView | null;
  /** It may be filled on the page in front. */
  readonly here: boolean;
  readonly action: SessionAction;
  /** What is taken without asking, by the row's own action. */
  readonly remembered: RememberedPassword | null;
  readonly favourite: boolean;
  /** The folder it stands in, where that says more than its organization; null: none. */
  readonly folder: string | null;
}

/** An RDP, SSH or VNC session: its own program opens it. */
export interface RemoteRow {
  readonly kind: 'remote';
  readonly id: string;
  readonly entry: RemoteEntryView;
  readonly credential: CredentialEntryView | null;
  readonly action: 'launch';
  readonly favourite: boolean;
  /** As of a session. */
  readonly folder: string | null;
}

export interface CredentialEntryRow {
  readonly kind: 'credential';
  readonly id: string;
  readonly entry: CredentialEntryView;
  readonly favourite: boolean;
  /** The folder it stands in, where that says more than its organization; null: none. */
  readonly folder: string | null;
}

export interface HeadingRow {
  readonly kind: 'heading';
  readonly id: string;
  readonly text: string;
}

export type HomeRow = EntryRow | HitRow | HeadingRow;

function actionOf(session: SessionEntryView, credential: CredentialEntryView | null, here: boolean): SessionAction {
  if (credential === null) return 'link';
  if (here) return 'fill';
  return session.missingSites.length > 0 ? 'allow' : 'launch';
}

/** What a fill of the page in front, or a launch, takes without asking; null: the list comes first. */
export function rememberedBy(
  linked: { readonly session: SessionEntryView; readonly credential: CredentialEntryView },
  action: RowAction,
  { origin, workingFor }: FrontPage,
): RememberedPassword | null {
  const { session, credential } = linked;
  const meant = credential.organizationId === null ? workingFor : clientOf(credential);
  if (action === 'launch') return rememberedFor(linked, session.origin, meant);
  return action === 'fill' && origin !== null ? rememberedFor(linked, origin, workingFor) : null;
}

const isCredential = (entry: EntryView): entry is CredentialEntryView => entry.kind === 'credential';

/** The name of an entry's folder, unless it is just what its organization is called. */
function folderBeside(folders: Folders, { folderId }: EntryView, credential: CredentialEntryView | null) {
  const name = folders.get(folderId ?? '')?.name ?? null;
  return name === null || folded(name) === folded(credential?.organizationName ?? '') ? null : name;
}

function rowOf(
  entry: EntryView,
  credentials: ReadonlyMap<string, CredentialEntryView>,
  front: FrontPage,
  favourite: boolean,
  folders: Folders,
): EntryRow {
  const credential = isCredential(entry) ? entry : (credentials.get(entry.credentialEntryId ?? '') ?? null);
  const folder = folderBeside(folders, entry, credential);
  if (isCredential(entry)) return { kind: 'credential', id: entry.id, entry, favourite, folder };
  if (entry.kind === 'remote')
    return { kind: 'remote', id: entry.id, entry, credential, action: 'launch', favourite, folder };
  const here = front.sessions.includes(entry.id);
  const action = actionOf(entry, credential, here);
  const remembered = credential === null ? null : rememberedBy({ session: entry, credential }, action, front);
  return { kind: 'session', id: entry.id, session: entry, credential, here, action, remembered, favourite, folder };
}

/** Where a session leads: its origin, or its Host where that is another one for each organization. */
export const hostText = ({ origin, hostTemplate }: SessionEntryView): string => origin ?? hostTemplate ?? '';

/** What searching looks at: name, hosts, organization, and `folders`, the names of those around it. */
function searchText(row: EntryRow, folders: string): string {
  if (row.kind === 'credential') return folded(`${row.entry.name} ${organizationText(row.entry)} ${folders}`);
  if (row.kind === 'remote') {
    const { entry, credential } = row;
    const linked = [credential?.name, credential && organizationText(credential)];
    return folded([entry.name, remoteAddress(entry), ...linked, folders].join(' '));
  }
  const { session, credential } = row;
  return folded(
    [
      session.name,
      hostText(session),
      ...session.signInOrigins,
      credential?.name,
      credential && organizationText(credential),
      folders,
    ].join(' '),
  );
}

export type EntryRow = SessionRow | RemoteRow | CredentialEntryRow;
export type ChoiceRow = EntryRow | HitRow;

export interface SearchedRow {
  readonly row: EntryRow;
  /** Folded, as is `name`. */
  readonly text: string;
  readonly name: string;
  /** Of the organization that is worked for. */
  readonly own: boolean;
}

const isOf = (row: EntryRow, organizationId: OrganizationId | null): boolean =>
  organizationId !== null &&
  (row.kind === 'credential' ? row.entry : row.credential)?.organizationId === organizationId;

/** Every entry as a row with its search text, made once per list; those of the organization that is worked for first. */
export function searchedRows(
  entries: readonly EntryView[],
  front: FrontPage,
  marks: Marks = noMarks,
  folders: Folders = noFolders,
): readonly SearchedRow[] {
  const namesAround = ({ folderId }: EntryView): string =>
    (folderId === undefined ? [] : (folderChain(folders, folderId) ?? [])).map(({ name }) => name).join(' ');
  const favourites = new Set<string>(marks.favourites);
  const credentials = new Map(entries.filter(isCredential).map((entry) => [entry.id as string, entry]));
  const organizationId = front.workingFor?.organizationId ?? null;
  const all = entries.map((entry) => {
    const row = rowOf(entry, credentials, front, favourites.has(entry.id), folders);
    const own = isOf(row, organizationId);
    return { row, text: searchText(row, namesAround(entry)), name: folded(entry.name), own };
  });
  return all.toSorted((a, b) => Number(b.own) - Number(a.own));
}

const groups = [
  { heading: 'popupForThisPage', holds: (row: EntryRow) => row.kind === 'session' && row.here },
  { heading: 'popupWebsiteSessions', holds: (row: EntryRow) => row.kind === 'session' && !row.here },
  { heading: 'remoteKinds', holds: (row: EntryRow) => row.kind === 'remote' },
  { heading: 'popupCredentialEntries', holds: (row: EntryRow) => row.kind === 'credential' },
] as const;

const headed = (heading: TextKey, rows: readonly ChoiceRow[], shown = text(heading)): readonly HomeRow[] =>
  rows.length === 0 ? [] : [{ kind: 'heading', id: heading, text: shown }, ...rows];

const mostRecentRows = 5;

/** What is at hand of an unsearched list: favourites in the list's order, then what was used last. */
function atHand(rows: readonly EntryRow[], { recents }: Marks): readonly (readonly EntryRow[])[] {
  const elsewhere = rows.filter((row) => row.kind !== 'session' || !row.here);
  const favourites = elsewhere.filter(({ favourite }) => favourite);
  const others = new Map(elsewhere.filter(({ favourite }) => !favourite).map((row) => [row.id, row]));
  return [favourites, recents.flatMap((id) => others.get(id) ?? []).slice(0, mostRecentRows)];
}

/** The list as shown: what may be filled on the page in front first, each group under its heading, IT Glue's own last. `moreHits`: found, and not among them. */
export function homeRows(
  all: readonly SearchedRow[],
  query: string,
  hits: readonly HitRow[],
  marks: Marks = noMarks,
  moreHits = 0,
): readonly HomeRow[] {
  const words = typedWords(query);
  const held = all.filter(({ text: searched }) => holdsAll(searched, words));
  const found = (words.length === 0 ? held : typedOrder(held, words, marks)).map(({ row }) => row);
  const [favourites = [], recents = []] = words.length > 0 ? [] : atHand(found, marks);
  const near = new Set([...favourites, ...recents]);
  const [here, ...rest] = groups.map(({ heading, holds }) =>
    headed(
      heading,
      found.filter((row) => holds(row) && !near.has(row)),
    ),
  );
  return [
    ...(here ?? []),
    ...headed('popupFavourites', favourites),
    ...headed('popupUsedLast', recents),
    ...rest.flat(),
    ...headed('popupInItGlue', hits, moreHits > 0 ? plural('popupInItGlueMore', moreHits) : undefined),
  ];
}

/** What a row is called. */
export function nameOf(row: ChoiceRow): string {
  if (row.kind === 'hit') return row.hit.summary.name;
  return row.kind === 'session' ? row.session.name : row.entry.name;
}
