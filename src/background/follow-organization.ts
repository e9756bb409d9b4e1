import { type CredentialEntry, linkedCredentialId, type SessionEntry } from '../domain/entry.ts';
import { resolveHost } from '../domain/host-template.ts';
import { allFolders } from './folders.ts';
import type { Ports } from './ports.ts';

/**
 * Gives the sessions of a credential entry that was saved the address that their variables stand for now. One that gets
 * none keeps the old address, where nothing is filled any more (`assertHost`).
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
    const organization = { shortName: credential.organizationShortName };
    const host = resolveHost(session.hostTemplate, organization, session.allowHttp);
    if (!host.ok || host.value.url === session.startUrl) continue;
    const { url: startUrl, origin } = host.value;
    await ports.store.put('entry', session.id, { ...session, rev: session.rev + 1, startUrl, origin });
  }
}
