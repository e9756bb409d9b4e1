import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { FolderId } from '../domain/ids.ts';
import type { EntryList, EntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { useUndo } from '../ui/use-undo.tsx';
import {
  type Chosen,
  deletionOf,
  deletionOfSeveral,
  folderDeletion,
  type Link,
  type LinkableView,
  linkingOf,
  moveOf,
} from './entry-deeds.ts';
import { useVault } from './vault-context.ts';

/** What can be done with the rows of the tree. */
export interface EntryActs {
  readonly administrator: boolean;
  readonly entries: readonly EntryView[];
  readonly folders: readonly FolderView[];
  readonly isFavourite: (id: string) => boolean;
  readonly favourite: (entry: EntryView, on: boolean) => Promise<void>;
  readonly duplicate: (entry: EntryView) => Promise<void>;
  readonly remove: (entry: EntryView) => Promise<void>;
  readonly removeSeveral: (chosen: Chosen) => Promise<boolean>;
  readonly move: (chosen: Chosen, to: FolderId | null, toName: string) => Promise<boolean>;
  readonly link: (sessions: readonly LinkableView[], link: Link, linkName: string) => Promise<boolean>;
  /** Whether what a folder holds goes with it is asked first, where it holds anything. */
  readonly askToRemove: (folder: FolderView) => void;
  readonly removeFolder: (folder: FolderView, inside: 'move-up' | 'delete') => Promise<void>;
}

interface Acting {
  readonly acts: EntryActs;
  readonly bar: ComponentChildren;
  readonly failure: Failure | null;
  /** The folder that is asked about; null: none. */
  readonly asked: FolderView | null;
  readonly keepAsked: () => void;
}

const longestName = 200;

export function useEntryActs(list: EntryList, reload: () => void): Acting {
  const { ask, administrator } = useVault();
  const undo = useUndo(reload);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState<FolderView | null>(null);
  const { entries, folders, marks } = list;
  const removeFolder = async (folder: FolderView, inside: 'move-up' | 'delete'): Promise<void> => {
    setAsked(null);
    await undo.run(folderDeletion(ask, folder, inside));
  };
  const told = (answer: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): void => {
    setFailure(answer.ok ? null : answer.failure);
    reload();
  };
  const acts: EntryActs = {
    administrator,
    entries,
    folders,
    isFavourite: (id) => marks.favourites.some((one) => one === id),
    favourite: async ({ id }, on) => told(await ask('entry.favourite', { entryId: id, favourite: on })),
    duplicate: async ({ id, name }) =>
      told(await ask('entry.duplicate', { entryId: id, name: text('optionsCopyOf', name).slice(0, longestName) })),
    remove: async (entry) => void (await undo.run(deletionOf(ask, entry, entries))),
    removeSeveral: (chosen) => undo.run(deletionOfSeveral(ask, chosen, { entries, folders })),
    move: (chosen, to, toName) => undo.run(moveOf(ask, chosen, to, toName)),
    link: (sessions, link, linkName) => undo.run(linkingOf(ask, sessions, link, linkName)),
    askToRemove(folder) {
      const holds = [...entries.map(({ folderId }) => folderId), ...folders.map(({ parentId }) => parentId)];
      if (holds.includes(folder.id)) setAsked(folder);
      else void removeFolder(folder, 'delete');
    },
    removeFolder,
  };
  return { acts, bar: undo.bar, failure: failure ?? undo.failure, asked, keepAsked: () => setAsked(null) };
}
