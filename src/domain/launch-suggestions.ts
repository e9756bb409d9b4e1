import { displayText } from './display-text.ts';
import type { EntryId } from './ids.ts';
import { folded, holdsAll, typedWords } from './search-text.ts';

/** A website session as the address bar offers it. */
export interface LaunchSuggestion {
  readonly entryId: EntryId;
  /** Name, host and organization on one line. It also stands for the suggestion when it is chosen. */
  readonly text: string;
}

/** What a suggestion is made of. */
export interface Launchable {
  readonly id: EntryId;
  readonly name: string;
  /** Its Host with variables where each organization has an origin of its own. */
  readonly origin: string;
  /** Empty: all. */
  readonly organizationName: string;
}

const most = 8;
const longest = 120;

/** Chromium reads a suggestion as XML, Firefox as it is: what would be mark-up is left out for both. */
const plain = (text: string): string => displayText(text, longest).replace(/[<>&]/g, ' ').replace(/ +/g, ' ').trim();

const textOf = ({ name, origin, organizationName }: Launchable): string =>
  [name, origin.replace(/^https:\/\//, ''), organizationName]
    .map(plain)
    .filter((part) => part !== '')
    .join(' – ');

/** Sessions with every typed word, in the order they came. */
export function launchSuggestions(sessions: readonly Launchable[], typed: string): readonly LaunchSuggestion[] {
  const words = typedWords(typed);
  return sessions
    .filter(({ name, origin, organizationName }) => holdsAll(folded(`${name} ${origin} ${organizationName}`), words))
    .slice(0, most)
    .map((session) => ({ entryId: session.id, text: textOf(session) }));
}

/** The session that is meant: the suggestion that was chosen, else the first for what was typed; null: none. */
export function meantLaunch(sessions: readonly Launchable[], entered: string): EntryId | null {
  const chosen = sessions.find((session) => textOf(session) === entered);
  return chosen?.id ?? launchSuggestions(sessions, entered)[0]?.entryId ?? null;
}
