import { fillOrigins } from '../domain/entry.ts';
import type { CredentialEntryView, EntryView } from '../messaging/contract.ts';

/** Every origin on which this credential is meant to be used. */
export const linkedOrigins = (credential: CredentialEntryView, entries: readonly EntryView[]): readonly string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      entry.kind === 'session' && entry.credentialEntryId === credential.id ? fillOrigins(entry) : [],
    ),
  ),
];

/** Whether the page in front is none of this credential's sites: then nothing is handed out before that was said. */
export function isElsewhere(
  credential: CredentialEntryView,
  entries: readonly EntryView[],
  origin: string | null,
): boolean {
  const sites = linkedOrigins(credential, entries);
  return origin !== null && sites.length > 0 && !sites.includes(origin);
}
