import { asId, type EntryId, type PasswordId } from '../domain/ids.ts';

export type SessionAct = 'fill' | 'launch';

/** Where in the popup a person is. Ids and typed text, never a value. */
export type PopupView =
  | { readonly at: 'home' }
  /** The IT Glue credentials list of a session, before it is filled or launched. */
  | { readonly at: 'choose'; readonly sessionId: EntryId; readonly act: SessionAct; readonly typed: string }
  /** One credential entry; `passwordId` is what was chosen from its list. */
  | {
      readonly at: 'credential';
      readonly entryId: EntryId;
      readonly passwordId: PasswordId | null;
      readonly typed: string;
    }
  /** What a fill of a session sees of the page in front; `typed` is the text for a further field. */
  | { readonly at: 'page'; readonly sessionId: EntryId; readonly typed: string };

/** The row in front of home and how far its list was scrolled; it holds on that page and for that search alone. */
export interface KeptPlace {
  readonly origin: string | null;
  readonly query: string;
  readonly row: string | null;
  /** Pixels. */
  readonly top: number;
}

/** What outlives the closing of the popup, in the browser's session memory. */
export interface KeptView {
  readonly query: string;
  readonly view: PopupView;
  /** null: where it begins. */
  readonly place: KeptPlace | null;
  /** The row in front of the credentials list that is open; null: the first. */
  readonly listRow: PasswordId | null;
  /** How far that list was scrolled, in pixels. */
  readonly listTop: number;
}

export const home: PopupView = { at: 'home' };
export const nothingKept: KeptView = { query: '', view: home, place: null, listRow: null, listTop: 0 };

/** A change to what is kept; a list that is opened begins at its first row. */
export const keptAfter = (kept: KeptView, change: Partial<KeptView>): KeptView => ({
  ...kept,
  ...(change.view !== undefined && change.view.at !== kept.view.at ? { listRow: null, listTop: 0 } : {}),
  ...change,
});

const isText = (value: unknown): value is string => typeof value === 'string';

function decodeView(raw: unknown): PopupView {
  const { at, sessionId, act, typed, entryId, passwordId } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (!isText(typed)) return home;
  if (at === 'choose' && isText(sessionId) && (act === 'fill' || act === 'launch'))
    return { at, sessionId: asId(sessionId), act, typed };
  if (at === 'credential' && isText(entryId))
    return { at, entryId: asId(entryId), passwordId: isText(passwordId) ? asId(passwordId) : null, typed };
  if (at === 'page' && isText(sessionId)) return { at, sessionId: asId(sessionId), typed };
  return home;
}

function decodePlace(raw: unknown): KeptPlace | null {
  const { origin, query, row, top } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (!isText(query) || typeof top !== 'number' || !(isText(row) || row === null)) return null;
  return isText(origin) || origin === null ? { origin, query, row, top } : null;
}

/** Reads back what was kept; whatever is not of its shape is home. */
export function decodeKept(raw: unknown): KeptView {
  const { query, view, place, listRow, listTop } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (!isText(query)) return nothingKept;
  const row = isText(listRow) ? asId<'password'>(listRow) : null;
  const top = typeof listTop === 'number' ? listTop : 0;
  return { query, view: decodeView(view), place: decodePlace(place), listRow: row, listTop: top };
}
