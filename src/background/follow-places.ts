import { linkedCredentialId } from '../domain/entry.ts';
import { allFolders } from './folders.ts';
import { followOrganization } from './follow-organization.ts';
import type { Ports } from './ports.ts';

/**
 * Gives sessions that inherit their credential entry the address that their variables stand for in the place where they
 * are now. One that gets none keeps the old address, where nothing is filled any more (`locatedSession`).
 */
export async function followPlaces(ports: Pick<Ports, 'store'>): Promise<void> {
  const listed = await ports.store.list('entry');
  const folders = await allFolders(ports.store);
  if (!listed.ok || !folders.ok) return;
  const entries = listed.value.contents;
  const linked = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'session' && entry.inheritsCredential === true && entry.hostTemplate !== null
        ? [linkedCredentialId(entry, folders.value)]
        : [],
    ),
  );
  for (const entry of entries)
    if (entry.kind === 'credential' && entry.deletedAt === null && linked.has(entry.id))
      await followOrganization(ports, entry);
}
