import { type CredentialEntry, type Entry, entryPermissions } from './entry.ts';
import { type Folder, type Folders, liveFolders } from './folder.ts';
import { sessionAddresses } from './session-addresses.ts';

/** What happens to an entry of this vault when a file is taken. */
export interface EntryChange {
  readonly kind: Entry['kind'] | 'folder';
  readonly name: string;
  readonly change: 'added' | 'changed' | 'removed' | 'kept';
  /** Organization of a credential entry, addresses of a session: what decides where a password goes. */
  readonly about: readonly string[];
  /** Rights that it gives and that it did not give before. */
  readonly raises: readonly ('view' | 'viewPassword')[];
}

/** What a vault or a file holds. */
export interface Holding {
  readonly entries: readonly Entry[];
  readonly folders: readonly Folder[];
}

type Change = EntryChange['change'];

const raised = (
  before: CredentialEntry | undefined,
  foldersBefore: Folders,
  after: CredentialEntry,
  folders: Folders,
): EntryChange['raises'] => {
  const was = before && entryPermissions(before, before, foldersBefore);
  const is = entryPermissions(after, after, folders);
  return (['view', 'viewPassword'] as const).filter((right) => is[right] && was?.[right] !== true);
};

function aboutOf(entry: Entry): readonly string[] {
  if (entry.kind !== 'credential') return sessionAddresses(entry);
  return entry.organizationName === null ? [] : [entry.organizationName];
}

/** An entry or a folder apart from what every save changes. */
export const sameEntry = <Kept extends Entry | Folder>(a: Kept, b: Kept): boolean =>
  JSON.stringify(Object.entries({ ...a, rev: 0 }).sort()) === JSON.stringify(Object.entries({ ...b, rev: 0 }).sort());

const changeBetween = <Kept extends Entry | Folder>(before: Kept | undefined, after: Kept): Change => {
  if (before === undefined) return 'added';
  return sameEntry(before, after) ? 'kept' : 'changed';
};

const entryTold = (entry: Entry, change: Change, raises: EntryChange['raises'] = []): EntryChange => ({
  kind: entry.kind,
  name: entry.name,
  // Its folder may give it more although it is itself as it was.
  change: change === 'kept' && raises.length > 0 ? 'changed' : change,
  about: aboutOf(entry),
  raises,
});

const folderTold = ({ name }: Folder, change: Change): EntryChange => ({
  kind: 'folder',
  name,
  change,
  about: [],
  raises: [],
});

/** From what is here to what a file brings; what the file does not hold is told as `others` says. */
export function entryChanges(here: Holding, brought: Holding, others: 'removed' | 'kept'): readonly EntryChange[] {
  const places = liveFolders(here.folders);
  const newPlaces = liveFolders(brought.folders);
  const entries = new Map(here.entries.map((entry) => [entry.id, entry]));
  const folders = new Map(here.folders.map((folder) => [folder.id, folder]));
  const ids = new Set<string>([...brought.entries, ...brought.folders].map(({ id }) => id));
  const isLeft = ({ id }: Entry | Folder): boolean => !ids.has(id);
  return [
    ...brought.folders.map((folder) => folderTold(folder, changeBetween(folders.get(folder.id), folder))),
    ...brought.entries.map((entry) => {
      const before = entries.get(entry.id);
      const was = before?.kind === 'credential' ? before : undefined;
      const raises = entry.kind === 'credential' ? raised(was, places, entry, newPlaces) : [];
      return entryTold(entry, changeBetween(before, entry), raises);
    }),
    ...here.folders.filter(isLeft).map((folder) => folderTold(folder, others)),
    ...here.entries.filter(isLeft).map((entry) => entryTold(entry, others)),
  ];
}
