import type { RemoteProtocol } from '../domain/remote-place.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const kinds: Readonly<Record<RemoteProtocol, TextKey>> = {
  rdp: 'remoteKindRdp',
  ssh: 'remoteKindSsh',
  vnc: 'remoteKindVnc',
};

/** What opens each, in a few words. */
export const remoteHints: Readonly<Record<RemoteProtocol, TextKey>> = {
  rdp: 'remoteHintRdp',
  ssh: 'remoteHintSsh',
  vnc: 'remoteHintVnc',
};

export const remoteKindText = (protocol: RemoteProtocol): string => text(kinds[protocol]);
