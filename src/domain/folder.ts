import type { EntryId, FolderId } from './ids.ts';
import { noPermissions, type Permissions } from './permission.ts';

/** A place for entries, mostly one per client: what is inside may take its permissions and its credential entry. */
export interface Folder {
  readonly id: FolderId;
  /** Grows by one with every change, as that of an entry does. */
  readonly rev: number;
  readonly name: string;
  /** null: it stands at the top. */
  readonly parentId: FolderId | null;
  /** null: those of the folder around it. */
  readonly permissions: Permissions | null;
  /** The credential entry that sessions inside may inherit; null: it names none, so the folder around it is asked. */
  readonly credentialEntryId: EntryId | null;
  readonly deletedAt: number | null;
  /** What moved up when it was deleted, and moves back in with it. */
  readonly movedUp?: {
    readonly entryIds: readonly EntryId[];
    readonly folderIds: readonly FolderId[];
  };
}

/** Folders by their id. One that is deleted, or whose record does not open, is as good as missing. */
export type Folders = ReadonlyMap<string, Folder>;

export const noFolders: Folders = new Map();

export const liveFolders = (folders: readonly Folder[]): Folders =>
  new Map(folders.filter(({ deletedAt }) => deletedAt === null).map((folder) => [folder.id, folder]));

/** As deep as folders may lie in each other. */
export const deepestFolder = 16;

/** A folder with those around it, the innermost first; null: they do not lead to the top (a circle, a missing one, too many). */
export function folderChain(folders: Folders, id: FolderId): readonly Folder[] | null {
  const chain: Folder[] = [];
  for (let next: FolderId | null = id; next !== null; ) {
    const folder = folders.get(next);
    if (folder === undefined || chain.length === deepestFolder) return null;
    chain.push(folder);
    next = folder.parentId;
  }
  return chain;
}

/** What a place gives to what inherits there. Nothing where it is not sure: outside of every folder, or without a way to the top. */
export function placePermissions(folders: Folders, id: FolderId | null): Permissions {
  const chain = id === null ? null : folderChain(folders, id);
  return chain?.find(({ permissions }) => permissions !== null)?.permissions ?? noPermissions;
}

/** The credential entry that sessions of a place inherit: that of the nearest folder which names one. */
export function placeCredential(folders: Folders, id: FolderId | null): EntryId | null {
  const chain = id === null ? null : folderChain(folders, id);
  return chain?.find(({ credentialEntryId }) => credentialEntryId !== null)?.credentialEntryId ?? null;
}

/** Every folder that lies in one, at whatever depth, that one included. */
export function foldersWithin(folders: Iterable<Folder>, id: FolderId): ReadonlySet<string> {
  const children = new Map<FolderId | null, readonly Folder[]>();
  for (const folder of folders) children.set(folder.parentId, [...(children.get(folder.parentId) ?? []), folder]);
  const within = new Set<string>();
  const add = (next: FolderId): void => {
    if (within.has(next)) return;
    within.add(next);
    for (const child of children.get(next) ?? []) add(child.id);
  };
  add(id);
  return within;
}

/** Why a folder cannot stand where it is wanted. */
export type FolderProblem = 'inside-itself' | 'too-deep';

/** What stands against putting a folder with everything in it into another one; null: nothing. */
export function placeProblem(folders: Folders, id: FolderId, parentId: FolderId | null): FolderProblem | null {
  if (parentId === null) return null;
  if (foldersWithin(folders.values(), id).has(parentId)) return 'inside-itself';
  const above = folderChain(folders, parentId);
  if (above === null) return 'too-deep';
  return above.length + depthOf(folders, id) > deepestFolder ? 'too-deep' : null;
}

/** How many folders lie in each other from this one down, itself included. */
function depthOf(folders: Folders, id: FolderId): number {
  const within = foldersWithin(folders.values(), id);
  const below = (inner: string): number => {
    const chain = folderChain(folders, inner as FolderId) ?? [];
    return chain.findIndex((folder) => folder.id === id) + 1;
  };
  return Math.max(1, ...[...within].map(below));
}
