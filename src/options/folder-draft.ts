import type { EntryId, FolderId } from '../domain/ids.ts';
import type { Permissions } from '../domain/permission.ts';
import type { FolderInput, FolderView } from '../messaging/contract.ts';

/** A folder as it is being typed. */
export interface FolderDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly parentId: FolderId | null;
  readonly inherits: boolean;
  readonly permissions: Permissions;
  readonly credentialEntryId: EntryId | null;
}

/** RDM's advice for technicians: see and launch, no look at the password, no re-pointing. */
/** `parentId`: the folder that it starts in; null: the top. */
export const newFolderDraft = (parentId: FolderId | null): FolderDraft => ({
  rev: null,
  name: '',
  parentId,
  inherits: false,
  permissions: { view: true, viewPassword: false, edit: false },
  credentialEntryId: null,
});

export const folderDraftOf = (folder: FolderView): FolderDraft => ({
  rev: folder.rev,
  name: folder.name,
  parentId: folder.parentId,
  inherits: folder.permissions === null,
  permissions: folder.permissions ?? folder.gives,
  credentialEntryId: folder.credentialEntryId,
});

export const folderInput = (draft: FolderDraft, folderId: FolderId | null): FolderInput => ({
  folderId,
  rev: draft.rev,
  name: draft.name.trim(),
  parentId: draft.parentId,
  permissions: draft.inherits ? null : draft.permissions,
  credentialEntryId: draft.credentialEntryId,
});
