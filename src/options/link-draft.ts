import { liveFolders, placeCredential } from '../domain/folder.ts';
import type { EntryId, FolderId } from '../domain/ids.ts';
import type { FolderView, LinkInput } from '../messaging/contract.ts';
import type { LinkableView } from './entry-deeds.ts';
import type { LinkChoice } from './link-kind.tsx';

/** How a session is linked, as it is being typed. */
export interface LinkDraft {
  readonly link: LinkChoice;
  /** The credential entry that is chosen where it is Linked (vault). */
  readonly credentialEntryId: EntryId | null;
}

export const linkDraftOf = (entry: LinkableView): LinkDraft => ({
  link: entry.inheritsCredential === true ? 'inherited' : entry.credentialEntryId === null ? 'none' : 'linked',
  credentialEntryId: entry.inheritsCredential === true ? null : entry.credentialEntryId,
});

export const linkInput = ({ link, credentialEntryId }: LinkDraft): LinkInput => ({
  credentialEntryId: link === 'linked' ? credentialEntryId : null,
  inheritsCredential: link === 'inherited',
});

/** The credential entry that a session is linked to as it is being typed, by itself or by its folders. */
export function linkedIn(
  { link, credentialEntryId, folderId }: LinkDraft & { readonly folderId: FolderId | null },
  folders: readonly FolderView[],
): EntryId | null {
  if (link === 'none') return null;
  return link === 'linked' ? credentialEntryId : placeCredential(liveFolders(folders), folderId);
}
