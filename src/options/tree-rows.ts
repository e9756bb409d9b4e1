import { folderChain, liveFolders } from '../domain/folder.ts';
import { folded, holdsAll, typedWords } from '../domain/search-text.ts';
import type { EntryList, EntryView, FolderView } from '../messaging/contract.ts';
import { detailOf } from './entry-text.ts';

interface RowBase {
  readonly id: string;
  readonly name: string;
  /** From 1 on, as `aria-level`. */
  readonly level: number;
  /** Its place among those beside it. */
  readonly position: number;
  readonly count: number;
  /** The id of the folder around it; null: it stands at the top. */
  readonly parent: string | null;
}

export interface FolderRow extends RowBase {
  readonly kind: 'folder';
  readonly folder: FolderView;
  readonly open: boolean;
  /** How many entries it holds, at whatever depth. */
  readonly holds: number;
}

export interface EntryRow extends RowBase {
  readonly kind: 'entry';
  readonly entry: EntryView;
}

export type TreeRow = FolderRow | EntryRow;

interface Node {
  readonly folders: readonly FolderView[];
  readonly entries: readonly EntryView[];
}

type Tree = ReadonlyMap<string | null, Node>;

const empty: Node = { folders: [], entries: [] };

/** What lies where. What names a folder that is not listed stands at the top, so that nothing is out of sight. */
function treeOf({ folders, entries }: Pick<EntryList, 'folders' | 'entries'>): Tree {
  const known = new Set<string>(folders.map(({ id }) => id));
  const placeOf = (id: string | null | undefined): string | null => (known.has(id ?? '') ? (id ?? null) : null);
  const tree = new Map<string | null, { folders: FolderView[]; entries: EntryView[] }>();
  const at = (place: string | null) => {
    const node = tree.get(place) ?? { folders: [], entries: [] };
    tree.set(place, node);
    return node;
  };
  for (const folder of folders) at(placeOf(folder.parentId)).folders.push(folder);
  for (const entry of entries) at(placeOf(entry.folderId)).entries.push(entry);
  return tree;
}

/** Which folders are open, by what was opened and closed; the others are as the list decides. */
export type Opened = ReadonlyMap<string, boolean>;

/** Up to so many entries every folder is open until it is closed. */
const fewEntries = 60;

/** The rows that are to be seen, from the top. */
export function treeRows(list: Pick<EntryList, 'folders' | 'entries'>, opened: Opened): readonly TreeRow[] {
  const tree = treeOf(list);
  const openAtFirst = list.entries.length <= fewEntries;
  const held = new Map<string, number>();
  const heldBy = (id: string): number => {
    const known = held.get(id);
    if (known !== undefined) return known;
    held.set(id, 0);
    const { folders, entries } = tree.get(id) ?? empty;
    const sum = entries.length + folders.reduce((all, folder) => all + heldBy(folder.id), 0);
    held.set(id, sum);
    return sum;
  };
  const rowsAt = (place: string | null, level: number): readonly TreeRow[] => {
    const { folders, entries } = tree.get(place) ?? empty;
    const beside = { level, parent: place, count: folders.length + entries.length };
    return [
      ...folders.flatMap((folder, at): readonly TreeRow[] => {
        const { id, name } = folder;
        const open = opened.get(id) ?? openAtFirst;
        const row = { kind: 'folder', id, name, folder, open, holds: heldBy(id), position: at + 1, ...beside } as const;
        return open ? [row, ...rowsAt(id, level + 1)] : [row];
      }),
      ...entries.map((entry, at): TreeRow => {
        const position = folders.length + at + 1;
        return { kind: 'entry', id: entry.id, name: entry.name, entry, position, ...beside };
      }),
    ];
  };
  return rowsAt(null, 1);
}

/** A list as it is searched: each row's own words, and those of the folders around it. Made once a list. */
export interface SearchedList {
  readonly list: EntryList;
  readonly around: ReadonlyMap<string, readonly FolderView[]>;
  readonly texts: ReadonlyMap<string, string>;
}

export function searchedList(list: EntryList): SearchedList {
  const places = liveFolders(list.folders);
  const around = new Map<string, readonly FolderView[]>();
  const texts = new Map<string, string>();
  const named = (id: string): string => (around.get(id) ?? []).map(({ name }) => name).join(' ');
  for (const { id } of list.folders) {
    around.set(id, (folderChain(places, id) ?? []) as readonly FolderView[]);
    texts.set(id, folded(named(id)));
  }
  const known = new Map<string, EntryView>(list.entries.map((entry) => [entry.id, entry]));
  for (const entry of list.entries) {
    const linked = entry.kind === 'credential' ? undefined : known.get(entry.credentialEntryId ?? '');
    const detail = detailOf(entry, linked === undefined ? [] : [linked]);
    texts.set(entry.id, folded(`${entry.name} ${detail} ${named(entry.folderId ?? '')}`));
  }
  return { list, around, texts };
}

/** The part of a list that holds every typed word, with the folders around it. */
export function foundPart(
  { list, around, texts }: SearchedList,
  typed: string,
): Pick<EntryList, 'folders' | 'entries'> {
  const words = typedWords(typed);
  if (words.length === 0) return list;
  const found = ({ id }: { readonly id: string }): boolean => holdsAll(texts.get(id) ?? '', words);
  const entries = list.entries.filter(found);
  const places = [
    ...list.folders.filter(found).map(({ id }) => id),
    ...entries.flatMap(({ folderId }) => folderId ?? []),
  ];
  const kept = new Set<string>(places.flatMap((id) => (around.get(id) ?? []).map((folder) => folder.id)));
  return { folders: list.folders.filter(({ id }) => kept.has(id)), entries };
}
