import type { EntryId, FolderId } from '../domain/ids.ts';
import { parseRemotePlace, type RemoteProtocol, remotePlaceText } from '../domain/remote-place.ts';
import type { RemoteEntryInput, RemoteEntryView } from '../messaging/contract.ts';
import { type LinkDraft, linkDraftOf, linkInput } from './link-draft.ts';

/** A remote session as it is being typed. */
export interface RemoteDraft extends LinkDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly protocol: RemoteProtocol;
  readonly host: string;
  readonly folderId: FolderId | null;
  readonly inheritsPermissions: boolean;
}

/** `credentialEntryId`, `folderId`: what it starts with; null: nothing, the top. */
export const newRemoteDraft = (
  protocol: RemoteProtocol,
  credentialEntryId: EntryId | null,
  folderId: FolderId | null,
): RemoteDraft => ({
  rev: null,
  name: '',
  protocol,
  host: '',
  link: 'linked',
  credentialEntryId,
  folderId,
  inheritsPermissions: false,
});

export const remoteDraftOf = (entry: RemoteEntryView): RemoteDraft => ({
  rev: entry.rev,
  name: entry.name,
  protocol: entry.protocol,
  host: remotePlaceText(entry),
  ...linkDraftOf(entry),
  folderId: entry.folderId ?? null,
  inheritsPermissions: entry.inheritsPermissions === true,
});

/** The first field that cannot be saved yet, by its name in the form, or null. */
export function faultyRemoteField({ name, host }: RemoteDraft): string | null {
  if (name.trim() === '') return 'name';
  return parseRemotePlace(host).ok ? null : 'host';
}

export const remoteInput = (draft: RemoteDraft, entryId: EntryId | null): RemoteEntryInput => ({
  entryId,
  rev: draft.rev,
  name: draft.name.trim(),
  protocol: draft.protocol,
  host: draft.host.trim(),
  ...linkInput(draft),
  folderId: draft.folderId,
  inheritsPermissions: draft.inheritsPermissions,
});
