import type { OrganizationId } from '../domain/ids.ts';
import { type RememberedPassword, rememberedFor } from '../domain/remembered-password.ts';
import { folded, holdsAll, typedWords } from '../domain/search-text.ts';
import { clientOf } from '../domain/tab-client.ts';
import type { CredentialEntryView, EntryView, FrontPage, SessionEntryView } from '../messaging/contract.ts';
import type { HitAction, HitRow } from './index-rows.ts';

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
}

export interface CredentialEntryRow {
  readonly kind: 'credential';
  readonly id: string;
  readonly entry: CredentialEntryView;
}

export interface HeadingRow {
  readonly kind: 'heading';
  readonly id: string;
  readonly text: string;
}

export type HomeRow = SessionRow | CredentialEntryRow | HitRow | HeadingRow;

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
  if (action === 'launch') return rememberedFor(linked, linked.session.origin, clientOf(linked.credential));
  return action === 'fill' && origin !== null ? rememberedFor(linked, origin, workingFor) : null;
}

const isCredential = (entry: EntryView): entry is CredentialEntryView => entry.kind === 'credential';

function rowOf(
  entry: EntryView,
  credentials: ReadonlyMap<string, CredentialEntryView>,
  front: FrontPage,
): SessionRow | CredentialEntryRow {
  if (isCredential(entry)) return { kind: 'credential', id: entry.id, entry };
  const credential = credentials.get(entry.credentialEntryId ?? '') ?? null;
  const here = front.sessions.includes(entry.id);
  const action = actionOf(entry, credential, here);
  const remembered = credential === null ? null : rememberedBy({ session: entry, credential }, action, front);
  return { kind: 'session', id: entry.id, session: entry, credential, here, action, remembered };
}

/** What searching looks at: name, hosts and organization. */
function searchText(row: SessionRow | CredentialEntryRow): string {
  if (row.kind === 'credential') return folded(`${row.entry.name} ${row.entry.organizationName}`);
  const { session, credential } = row;
  return folded(
    [session.name, session.origin, ...session.signInOrigins, credential?.name, credential?.organizationName].join(' '),
  );
}

export type EntryRow = SessionRow | CredentialEntryRow;
export type ChoiceRow = EntryRow | HitRow;
export type SearchedRow = { readonly row: EntryRow; readonly text: string };

const isOf = ({ row }: SearchedRow, organizationId: OrganizationId | null): boolean =>
  (row.kind === 'credential' ? row.entry : row.credential)?.organizationId === organizationId;

/** Every entry as a row with its search text, made once per list; those of the organization that is worked for first. */
export function searchedRows(entries: readonly EntryView[], front: FrontPage): readonly SearchedRow[] {
  const credentials = new Map(entries.filter(isCredential).map((entry) => [entry.id as string, entry]));
  const organizationId = front.workingFor?.organizationId ?? null;
  const all = entries.map((entry) => {
    const row = rowOf(entry, credentials, front);
    return { row, text: searchText(row) };
  });
  if (organizationId === null) return all;
  return all.toSorted((a, b) => Number(isOf(b, organizationId)) - Number(isOf(a, organizationId)));
}

const groups = [
  { text: 'For this page', holds: (row: EntryRow) => row.kind === 'session' && row.here },
  { text: 'Website sessions', holds: (row: EntryRow) => row.kind === 'session' && !row.here },
  { text: 'Credential entries', holds: (row: EntryRow) => row.kind === 'credential' },
] as const;

const headed = (text: string, rows: readonly ChoiceRow[]): readonly HomeRow[] =>
  rows.length === 0 ? [] : [{ kind: 'heading', id: text, text }, ...rows];

/** The list as shown: what may be filled on the page in front first, each group under its heading, IT Glue's own last. */
export function homeRows(all: readonly SearchedRow[], query: string, hits: readonly HitRow[]): readonly HomeRow[] {
  const words = typedWords(query);
  const found = all.filter(({ text }) => holdsAll(text, words)).map(({ row }) => row);
  return [...groups.flatMap(({ text, holds }) => headed(text, found.filter(holds))), ...headed('In IT Glue', hits)];
}
