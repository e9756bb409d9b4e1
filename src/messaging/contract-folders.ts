import type { EntryId, FolderId } from '../domain/ids.ts';
import type { EntryView, FolderInput, FolderView } from './contract-data.ts';

type Nothing = Record<never, never>;

/** Commands on folders, and on several entries at once. */
export interface FolderCommands {
  /** Another entry of the same content, without the seed of one-time codes. `name`: of the new one. */
  'entry.duplicate': {
    request: { readonly entryId: EntryId; readonly name: string };
    response: EntryView;
  };
  /** Several entries at once: all of them, or none where one is refused. */
  'entries.delete': { request: { readonly entryIds: readonly EntryId[] }; response: Nothing };
  'entries.restore': { request: { readonly entryIds: readonly EntryId[] }; response: Nothing };
  /** Links sessions to one credential entry, to none, or to what their folders name. */
  'entries.link': {
    request: {
      readonly entryIds: readonly EntryId[];
      readonly credentialEntryId: EntryId | null;
      readonly inherits: boolean;
    };
    response: Nothing;
  };
  /** Puts entries and folders into a folder; null: to the top. */
  'entries.move': {
    request: {
      readonly entryIds: readonly EntryId[];
      readonly folderIds: readonly FolderId[];
      readonly to: FolderId | null;
    };
    response: Nothing;
  };
  'folder.save': { request: FolderInput; response: FolderView };
  /** `inside`: whether what the folder holds moves up or is deleted with it. Restoring it brings both back. */
  'folder.delete': {
    request: { readonly folderId: FolderId; readonly rev: number; readonly inside: 'move-up' | 'delete' };
    response: Nothing;
  };
  'folder.restore': { request: { readonly folderId: FolderId }; response: Nothing };
  /** Deletes folders with everything in them, and entries beside them, at one moment; restoring them undoes all of it. */
  'folders.delete': {
    request: { readonly folderIds: readonly FolderId[]; readonly entryIds: readonly EntryId[] };
    response: Nothing;
  };
  'folders.restore': {
    request: { readonly folderIds: readonly FolderId[]; readonly entryIds: readonly EntryId[] };
    response: Nothing;
  };
}
