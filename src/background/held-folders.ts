import type { Entry } from '../domain/entry.ts';
import { type Folder, foldersWithin } from '../domain/folder.ts';
import type { FolderId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { entryChange } from './entry-change.ts';
import type { Ports, StoredChange } from './ports.ts';

/** All entries and folders, deleted ones included. */
export interface Held {
  readonly entries: readonly Entry[];
  readonly folders: readonly Folder[];
}

export async function everything({ store }: Pick<Ports, 'store'>): Promise<Result<Held>> {
  const entries = await store.list('entry');
  if (!entries.ok) return entries;
  const folders = await store.list('folder');
  return folders.ok ? ok({ entries: entries.value.contents, folders: folders.value.contents }) : folders;
}

export const folderChange = (folder: Folder): StoredChange => ({ kind: 'folder', id: folder.id, content: folder });

/** What lies in some folders, at whatever depth, those folders included. `deletedAt`: as far as it was deleted then; null: is there. */
export function heldIn({ entries, folders }: Held, ids: readonly FolderId[], deletedAt: number | null): Held {
  const then = folders.filter((folder) => folder.deletedAt === deletedAt);
  const within = new Set(ids.flatMap((id) => [...foldersWithin(then, id)]));
  return {
    entries: entries.filter((entry) => within.has(entry.folderId ?? '') && entry.deletedAt === deletedAt),
    folders: then.filter(({ id }) => within.has(id)),
  };
}

/** All of it marked deleted at one moment, by which it is known again. */
export const deletedAll = ({ entries, folders }: Held, deletedAt: number): readonly StoredChange[] => [
  ...entries.map((entry) => entryChange({ ...entry, rev: entry.rev + 1, deletedAt })),
  ...folders.map((folder) => folderChange({ ...folder, rev: folder.rev + 1, deletedAt })),
];
