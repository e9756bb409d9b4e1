/** What a website session cannot use, told by name or category: folded. Kept as data, one kind a line. */
const otherThings = new RegExp(
  [
    'bitlocker|filevault|veracrypt|recovery key',
    'product key|licen[cs]e key|serial number',
    'wi-?fi|wlan|wireless key|\\bpsk\\b|pre-?shared',
    'snmp|community string|radius secret',
    'ssh key|private key|certificate password|\\bpfx\\b',
    'alarm code|door code|voicemail pin|safe combination',
  ].join('|'),
);

/** Addresses that no browser tab opens. */
const otherSchemes = /^(?:ssh|rdp|vnc|telnet|ftps?|sftp|smb|ldaps?|mysql|postgres(?:ql)?):|^\\\\/i;

/** Whether a record is nothing for a website session. `words`: its name and category, folded. */
export const isNonWeb = (words: string, url: string | null): boolean =>
  url === null || url.trim() === '' ? otherThings.test(words) : otherSchemes.test(url.trim());
