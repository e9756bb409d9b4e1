import { type RemotePlace, type RemoteProtocol, remotePlaceText } from './remote-place.ts';

/** How a remote session is handed over to its own program. Neither form has room for a password. */
export type RemoteWay =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'link'; readonly address: string };

const longestUsername = 256;
const longestName = 60;
/** Controls, line ends of every kind, and what turns the direction of text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Names that Windows keeps for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A user name as one line without a sign that nobody sees; null: nothing is left. */
function oneLine(username: string | null): string | null {
  const line = Array.from((username ?? '').replace(unprintable, '').trim())
    .slice(0, longestUsername)
    .join('');
  return line === '' ? null : line;
}

/** A name that every system takes for a file, whatever the entry is called. */
export function remoteFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(unprintable, '')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '-');
  const short = plain.slice(0, longestName).replace(/^[. -]+|[. -]+$/g, '');
  return `${short === '' || device.test(short) ? `session-${short}`.replace(/-$/, '') : short}.rdp`;
}

/** Its server is to be checked, and the password to be asked for. */
function rdpFile(place: RemotePlace, username: string | null): string {
  const lines = [
    `full address:s:${remotePlaceText(place)}`,
    ...(username === null ? [] : [`username:s:${username}`]),
    'prompt for credentials:i:1',
    'authentication level:i:2',
    'enablecredsspsupport:i:1',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Percent-encoded so far that nothing of it ends the user part of an address. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A session as its own program takes it. */
export function remoteWay(
  { name, protocol, ...place }: RemotePlace & { readonly name: string; readonly protocol: RemoteProtocol },
  username: string | null,
): RemoteWay {
  const user = oneLine(username);
  if (protocol === 'rdp') return { kind: 'file', name: remoteFileName(name), text: rdpFile(place, user) };
  const account = user === null ? '' : `${encoded(user)}@`;
  return { kind: 'link', address: `${protocol}://${account}${remotePlaceText(place)}` };
}

/** Where a session leads, in one line, without whom it signs in. */
export const remoteAddress = ({ protocol, ...place }: RemotePlace & { readonly protocol: RemoteProtocol }): string =>
  `${protocol}://${remotePlaceText(place)}`;
