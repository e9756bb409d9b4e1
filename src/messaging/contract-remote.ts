import type { EntryId, PasswordId } from '../domain/ids.ts';
import type { HandedOver, RemoteEntryInput, RemoteEntryView } from './contract-data.ts';

/** The commands of RDP, SSH and VNC sessions. */
export interface RemoteCommands {
  'remoteEntry.save': { request: RemoteEntryInput; response: RemoteEntryView };
  /** What opens a remote session in its own program. The password goes to the clipboard, and never into the answer. */
  'remote.handOver': {
    request: { readonly entryId: EntryId; readonly passwordId: PasswordId | null };
    response: HandedOver;
  };
}
