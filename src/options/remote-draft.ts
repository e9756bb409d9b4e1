import type { EntryId, FolderId } from '../domain/ids.ts';
import { parseRemotePlace, type RemoteProtocol, remotePlaceText } from '../domain/remote-place.ts';
import type { RemoteEntryInput, RemoteEntryView } from '../messaging/contract.ts';

/** A remote session as it is being typed. */
export interface RemoteDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly protocol: RemoteProtocol;
  readonly host: string;
  readonly credentialEntryId: EntryId | null;
  readonly folderId: FolderId | null;
  readonly inheritsPermissions: boolean;
}

export const newRemoteDraft = (protocol: RemoteProtocol, credentialEntryId: EntryId | null): RemoteDraft => ({
  rev: null,
  name: '',
  protocol,
  host: '',
  credentialEntryId,
  folderId: null,
  inheritsPermissions: false,
});

export const remoteDraftOf = (entry: RemoteEntryView): RemoteDraft => ({
  rev: entry.rev,
  name: entry.name,
  protocol: entry.protocol,
  host: remotePlaceText(entry),
  credentialEntryId: entry.credentialEntryId,
  folderId: entry.folderId ?? null,
  inheritsPermissions: entry.inheritsPermissions === true,
});

/** The first field that cannot be saved yet, by its name in the form, or null. */
export function faultyRemoteField({ name, host }: RemoteDraft): string | null {
  if (name.trim() === '') return 'name';
  return parseRemotePlace(host).ok ? null : 'host';
}

export const remoteInput = ({ name, host, ...draft }: RemoteDraft, entryId: EntryId | null): RemoteEntryInput => ({
  ...draft,
  entryId,
  name: name.trim(),
  host: host.trim(),
});
