import type { Entry } from '../domain/entry.ts';
import type { Folders } from '../domain/folder.ts';
import { placedIn } from './placement.ts';

/** A deleted entry as it comes back: where it stood, or at the top where its folder is gone. There nothing is inherited. */
export function restored(entry: Entry, folders: Folders): Entry {
  const stands = entry.folderId === undefined || folders.has(entry.folderId);
  return { ...placedIn(entry, stands ? entry.folderId : null), deletedAt: null };
}
