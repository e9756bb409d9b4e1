import type { CredentialEntry } from '../domain/entry.ts';
import { allFolders } from './folders.ts';
import { followingSessions } from './follow-organization.ts';
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
  const inheriting = entries.filter((entry) => entry.kind === 'session' && entry.inheritsCredential === true);
  const live = entries.filter(
    (entry): entry is CredentialEntry => entry.kind === 'credential' && entry.deletedAt === null,
  );
  const changes = followingSessions(inheriting, folders.value, live);
  if (changes.length > 0) await ports.store.change(changes);
}
