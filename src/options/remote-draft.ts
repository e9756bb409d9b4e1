import type { EntryId } from '../domain/ids.ts';
import { parseRemotePlace, type RemoteProtocol, remotePlaceText } from '../domain/remote-place.ts';
import type { RemoteEntryInput, RemoteEntryView } from '../messaging/contract.ts';

/** A remote session as it is being typed. */
export interface RemoteDraft {
  readonly rev: number | null;
  readonly name: string;
  readonly protocol: RemoteProtocol;
  readonly host: string;
  readonly credentialEntryId: EntryId | null;
}

export const newRemoteDraft = (protocol: RemoteProtocol, credentialEntryId: EntryId | null): RemoteDraft => ({
  rev: null,
  name: '',
  protocol,
  host: '',
  credentialEntryId,
});

export const remoteDraftOf = ({ rev, name, protocol, credentialEntryId, ...place }: RemoteEntryView): RemoteDraft => ({
  rev,
  name,
  protocol,
  host: remotePlaceText(place),
  credentialEntryId,
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
