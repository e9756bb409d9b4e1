import { fillOrigins, type SessionEntry } from '../domain/entry.ts';
import type { CredentialEntryView, EntryView, FrontPage } from '../messaging/contract.ts';

const linkedSessions = ({ id }: CredentialEntryView, entries: readonly EntryView[]): readonly SessionEntry[] =>
  entries.filter(
    (entry): entry is SessionEntry & EntryView => entry.kind === 'session' && entry.credentialEntryId === id,
  );

/** Every origin on which this credential is meant to be used; of a session with one for each organization, its Host. */
export const linkedOrigins = (credential: CredentialEntryView, entries: readonly EntryView[]): readonly string[] => [
  ...new Set(
    linkedSessions(credential, entries).flatMap((session) =>
      session.origin === null ? [session.hostTemplate ?? '', ...session.signInOrigins] : fillOrigins(session),
    ),
  ),
];

/** Whether the page in front is none of this credential's sites: then nothing is handed out before that was said. */
export function isElsewhere(
  credential: CredentialEntryView,
  entries: readonly EntryView[],
  { origin, sessions: here }: Pick<FrontPage, 'origin' | 'sessions'>,
): boolean {
  const sessions = linkedSessions(credential, entries);
  // Of a session with an address for each organization the worker knows whether this is one of them.
  const isFor = (session: SessionEntry): boolean =>
    fillOrigins(session).includes(origin ?? '') || here.includes(session.id);
  return origin !== null && sessions.length > 0 && !sessions.some(isFor);
}
