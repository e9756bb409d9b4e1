import type { CredentialEntryView, EntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import type { ChoiceRow, SessionRow } from './home-rows.ts';

/** Everything that can be done with a row, by the row's own button or by its menu. */
export type Deed =
  | 'fill'
  | 'launch'
  | 'allow'
  | 'link'
  | 'choose'
  | 'show'
  | 'add'
  | 'copy-user'
  | 'copy-password'
  | 'copy-code'
  | 'edit'
  | 'favourite'
  | 'unfavourite';

const deedWords: Readonly<Record<Deed, TextKey>> = {
  fill: 'deedFill',
  launch: 'deedLaunch',
  allow: 'deedAllow',
  link: 'deedLink',
  choose: 'deedChoose',
  show: 'deedShow',
  add: 'deedAdd',
  'copy-user': 'deedCopyUser',
  'copy-password': 'deedCopyPassword',
  'copy-code': 'deedCopyCode',
  edit: 'deedEdit',
  favourite: 'deedFavourite',
  unfavourite: 'deedUnfavourite',
};

export const deedWord = (deed: Deed): string => text(deedWords[deed]);

/** Keys by which a deed is done to the row in front, as `aria-keyshortcuts` names them. */
export const deedKeys: Readonly<Partial<Record<Deed, string>>> = {
  'copy-user': 'Control+C',
  'copy-password': 'Control+Shift+C',
  'copy-code': 'Control+Alt+C',
  edit: 'Control+E',
};

/** The credential entry behind a row; null: there is none (yet). */
export const credentialBehind = (row: ChoiceRow): CredentialEntryView | null =>
  row.kind === 'credential' ? row.entry : row.credential;

/** The entry that a row stands for; a record of IT Glue stands for none. */
export const entryOf = (row: ChoiceRow): EntryView | null => {
  if (row.kind === 'hit') return null;
  return row.kind === 'session' ? row.session : row.entry;
};

/** The user name that a row shows; null: none, or it is chosen from a list first. */
export function usernameOf(row: ChoiceRow): string | null {
  if (row.kind === 'hit') return row.hit.summary.username;
  const selection = credentialBehind(row)?.selection;
  return selection?.mode === 'password' ? selection.username : null;
}

function sessionDeeds({ here, action, session, credential, remembered }: SessionRow): readonly Deed[] {
  const second = session.missingSites.length > 0 ? 'allow' : 'launch';
  return [
    action,
    ...(here && credential !== null ? ([second] as const) : []),
    ...(remembered === null ? [] : (['choose'] as const)),
  ];
}

function copies(row: ChoiceRow): readonly Deed[] {
  const credential = credentialBehind(row);
  const secret = credential?.rights.viewPassword === true;
  return [
    ...((usernameOf(row) ?? '') === '' ? [] : (['copy-user'] as const)),
    ...(secret ? (['copy-password'] as const) : []),
    ...(secret && credential.code !== null ? (['copy-code'] as const) : []),
  ];
}

/** What can be done with a row, what Enter does first. */
export function deedsOf(row: ChoiceRow): readonly Deed[] {
  const own = row.kind === 'session' ? sessionDeeds(row) : ([row.kind === 'credential' ? 'show' : row.action] as const);
  const show = row.kind !== 'credential' && credentialBehind(row) !== null ? (['show'] as const) : [];
  const entry = entryOf(row);
  const kept = entry === null ? [] : ([row.kind !== 'hit' && row.favourite ? 'unfavourite' : 'favourite'] as const);
  const edit = entry?.rights.edit === true ? (['edit'] as const) : [];
  return [...new Set<Deed>([...own, ...copies(row), ...show, ...kept, ...edit])];
}
