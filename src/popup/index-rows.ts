import { isFilledAt } from '../domain/host-variables.ts';
import { originsIn } from '../domain/origins-in.ts';
import type { IndexHit } from '../domain/search/index-hit.ts';
import type { Reason } from '../domain/search/ranking.ts';
import type { CredentialEntryView, EntryView, SessionEntryView } from '../messaging/contract.ts';

/** What Enter does with a password that was found in IT Glue. `add`: no entry covers it yet. */
export type HitAction = 'fill' | 'launch' | 'show' | 'add';

/** A password that was found, with the entries through which it can be used. */
export interface HitRow {
  readonly kind: 'hit';
  readonly id: string;
  readonly hit: IndexHit;
  readonly session: SessionEntryView | null;
  readonly credential: CredentialEntryView | null;
  readonly action: HitAction;
}

/** The entries as a hit looks them up. */
interface EntriesById {
  readonly credentials: ReadonlyMap<string, CredentialEntryView>;
  readonly sessions: readonly SessionEntryView[];
  readonly here: ReadonlySet<string>;
  /** Of the page in front; null: none is known. */
  readonly origin: string | null;
}

const near: readonly Reason['because'][] = ['same-address', 'same-host', 'same-domain'];

/** Whether a record may be meant for the page in front: it names no other site. */
const fitsHere = ({ summary, why }: IndexHit): boolean =>
  originsIn(summary.url).length === 0 || why.some(({ because }) => near.includes(because));

/** Whether a session goes with a record on an origin: where each client has a host of its own, only on its own. */
const goesWith = (session: SessionEntryView, origin: string, hit: IndexHit): boolean =>
  isFilledAt(session, origin, {
    shortName: hit.organizationShortName,
    primaryDomain: hit.organizationPrimaryDomain,
  });

/** The session with which a hit is used: one for the page in front, else one that opens the record's own address. */
function sessionFor(hit: IndexHit, { sessions, here, origin: pageOrigin }: EntriesById) {
  const linked = sessions.filter(({ credentialEntryId }) => hit.entryIds.some((id) => id === credentialEntryId));
  const isHere = (session: SessionEntryView): boolean =>
    here.has(session.id) && (pageOrigin === null || goesWith(session, pageOrigin, hit));
  const front = linked.find(isHere);
  if (front !== undefined && fitsHere(hit)) return { session: front, action: 'fill' as const };
  const own = originsIn(hit.summary.url);
  const session = linked.find(
    (one) =>
      one.missingSites.length === 0 &&
      own.some((origin) => one.origin === origin || (one.origin === null && goesWith(one, origin, hit))),
  );
  return session === undefined ? null : { session, action: 'launch' as const };
}

function rowOf(hit: IndexHit, entries: EntriesById): HitRow {
  const used = sessionFor(hit, entries);
  const entryId = used?.session.credentialEntryId ?? hit.entryIds[0] ?? '';
  const credential = entries.credentials.get(entryId) ?? null;
  const action = used?.action ?? (credential === null ? 'add' : 'show');
  const id = `${hit.apiKeyId}-${hit.summary.id}`;
  return { kind: 'hit', id, hit, session: used?.session ?? null, credential, action };
}

/** What was found, as rows in the order of the search. */
export function hitRows(
  hits: readonly IndexHit[],
  entries: readonly EntryView[],
  here: readonly string[],
  origin: string | null = null,
): readonly HitRow[] {
  const credentials = new Map(
    entries.flatMap((entry) => (entry.kind === 'credential' ? [[entry.id as string, entry] as const] : [])),
  );
  const sessions = entries.filter((entry): entry is SessionEntryView => entry.kind === 'session');
  const byId = { credentials, sessions, here: new Set(here), origin };
  return hits.map((hit) => rowOf(hit, byId));
}
