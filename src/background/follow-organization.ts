import { type CredentialEntry, linkedCredentialId, type SessionEntry } from '../domain/entry.ts';
import { hostOwner, placeOfHost } from '../domain/host-template.ts';
import { allFolders } from './folders.ts';
import type { Ports } from './ports.ts';

/**
 * Gives the sessions of a credential entry that was saved the address that their variables stand for now. One that gets
 * none keeps the old address, where nothing is filled any more (`locatedSession`).
 */
export async function followOrganization(ports: Pick<Ports, 'store'>, credential: CredentialEntry): Promise<void> {
  const listed = await ports.store.list('entry');
  const folders = await allFolders(ports.store);
  if (!listed.ok || !folders.ok) return;
  const linked = listed.value.contents.filter(
    (entry): entry is SessionEntry =>
      entry.kind === 'session' && linkedCredentialId(entry, folders.value) === credential.id,
  );
  for (const session of linked) {
    if (session.hostTemplate === null) continue;
    const place = placeOfHost(session.hostTemplate, hostOwner(credential), session.allowHttp);
    if (!place.ok || place.value.startUrl === session.startUrl) continue;
    const { startUrl, origin } = place.value;
    await ports.store.put('entry', session.id, { ...session, rev: session.rev + 1, startUrl, origin });
  }
}
