import { type CredentialEntry, type Entry, linkedCredentialId, type SessionEntry } from '../domain/entry.ts';
import type { Folders } from '../domain/folder.ts';
import { hostOwner, placeOfHost } from '../domain/host-template.ts';
import { entryChange } from './entry-change.ts';
import { allFolders } from './folders.ts';
import type { Ports, StoredChange } from './ports.ts';

/** A session with the address that its variables stand for now; null: it has that one, or gets none. */
function moved(session: SessionEntry, credential: CredentialEntry): SessionEntry | null {
  if (session.hostTemplate === null) return null;
  const place = placeOfHost(session.hostTemplate, hostOwner(credential), session.allowHttp);
  if (!place.ok || place.value.startUrl === session.startUrl) return null;
  const { startUrl, origin } = place.value;
  return { ...session, rev: session.rev + 1, startUrl, origin };
}

/**
 * What gives the sessions of credential entries the address that their variables stand for by these. One that gets none
 * keeps the old address, where nothing is filled any more (`locatedSession`).
 */
export function followingSessions(
  entries: readonly Entry[],
  folders: Folders,
  credentials: readonly CredentialEntry[],
): readonly StoredChange[] {
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  return entries.flatMap((entry): readonly StoredChange[] => {
    if (entry.kind !== 'session') return [];
    const linkedId = linkedCredentialId(entry, folders);
    const credential = linkedId === null ? undefined : byId.get(linkedId);
    const next = credential === undefined ? null : moved(entry, credential);
    return next === null ? [] : [entryChange(next)];
  });
}

/** Has the sessions of a credential entry that was saved follow it. */
export async function followOrganization(ports: Pick<Ports, 'store'>, credential: CredentialEntry): Promise<void> {
  const listed = await ports.store.list('entry');
  const folders = await allFolders(ports.store);
  if (!listed.ok || !folders.ok) return;
  const changes = followingSessions(listed.value.contents, folders.value, [credential]);
  if (changes.length > 0) await ports.store.change(changes);
}
