import { displayText } from '../domain/display-text.ts';
import { type Folder, folderChain, liveFolders } from '../domain/folder.ts';
import type { FolderId } from '../domain/ids.ts';

/** The folders of a list by their whole path, as it is read: “Northwind › Switches”. */
export function folderPaths(folders: readonly Folder[]): ReadonlyMap<string, string> {
  const places = liveFolders(folders);
  const pathOf = (folder: Folder): string =>
    (folderChain(places, folder.id) ?? [folder])
      .map(({ name }) => displayText(name))
      .toReversed()
      .join(' › ');
  return new Map(folders.map((folder) => [folder.id, pathOf(folder)]));
}

/** The path of one of them; null: outside of every folder, or of one that is not listed. */
export const pathOfFolder = (folders: readonly Folder[], id: FolderId | null | undefined): string | null =>
  folderPaths(folders).get(id ?? '') ?? null;
