import type { EmbeddedIn, PasswordRecord } from './records.ts';
import { passwordCategories } from './small-lists.ts';

/** A password of an odd kind: what it says instead of the plain defaults. `value` defaults to a plain one. */
export type OddPassword = Pick<PasswordRecord, 'name'> &
  Partial<Omit<PasswordRecord, 'id' | 'organizationId' | 'createdAt'>> & {
    /** Instead of one of the sequence. */
    readonly id?: string;
    readonly inPersonFolder?: true;
  };

const inside = (type: string, typeName: string, name: string, path: string): Pick<PasswordRecord, 'embeddedIn'> => ({
  embeddedIn: { id: 2_282_563, type, typeName, name, path } satisfies EmbeddedIn,
});

const embedded: readonly OddPassword[] = [
  {
    name: 'Pre-Shared Key',
    ...inside('flexible-asset-trait', 'Wireless', 'Detroit Office Wireless', 'assets/70114-wireless/records'),
  },
  {
    name: 'Pre-Shared Key',
    ...inside('flexible-asset-traits', 'Wireless', 'Lansing Office Wireless', 'assets/70114-wireless/records'),
  },
  {
    name: 'UPS Web Interface',
    username: 'administrator',
    url: 'http://10.10.10.5:5020',
    ...inside('Configuration', 'Configuration', 'KRG-UPS01', 'configurations'),
  },
  { name: 'Copier address book', ...inside('configurations', 'Configuration', 'KRG-PRN02', 'configurations') },
  { name: 'Registrar lock', ...inside('domains', 'Domain', 'kub-reynolds.example', 'domains') },
  {
    name: 'Private key passphrase',
    ...inside('SSL Certificate', 'SSL Certificate', '*.kub-reynolds.example', 'ssl_certificates'),
  },
  { name: 'Voicemail PIN', ...inside('Contact', 'Contact', 'Reynolds, Dana', 'contacts') },
  { name: 'Alarm panel', ...inside('Location', 'Location', 'Warehouse', 'locations') },
  { name: 'Handover note', ...inside('Document', 'Document', 'Offboarding of the old provider', 'docs') },
  { name: 'Temporary access', ...inside('Ticket', 'Ticket', 'T20261103.0042', 'tickets') },
];

const states: readonly OddPassword[] = [
  {
    name: 'Restricted: payroll bureau',
    username: 'payroll',
    url: 'https://payroll.kub-reynolds.example',
    restricted: true,
  },
  { name: 'Shared to MyGlue: building Wi-Fi', myGlue: true },
  { name: 'Old VPN (archived)', username: 'vpn', url: 'https://vpn.kub-reynolds.example', archived: true },
  {
    name: 'Break-glass (vault)',
    username: 'emergency',
    url: 'https://portal.kub-reynolds.example',
    vaultId: 88_123,
    value: '',
  },
  {
    name: 'Cloud console (OTP)',
    username: 'root@kub-reynolds.example',
    url: 'https://console.kub-reynolds.example',
    otpEnabled: true,
  },
  { name: 'OTP without a password', username: 'scanner', otpEnabled: true, value: '' },
  { name: 'Note only', username: '', url: '', restricted: true, value: '' },
  { name: 'Neither user name nor address', username: null, url: null },
  { name: 'My own test account', username: 'tech@harborpoint.example', personal: true },
  {
    name: 'KRG-LT-004 - Bitlocker Key',
    value: '310244-118723-604111-720895-001287-556732-090090-412345',
    category: passwordCategories.BitLocker,
  },
  {
    name: 'M365 - j.doe@kub-reynolds.example',
    username: 'j.doe@kub-reynolds.example',
    inPersonFolder: true,
    restricted: true,
  },
  {
    name: 'With autofill selectors',
    username: 'office',
    url: 'https://portal.kub-reynolds.example',
    autofillSelectors: '{"username":"#user","password":"#pass"}',
  },
  { name: 'An id above 2^53', id: '576460752303423489', username: 'audit' },
  { name: 'Local Admin', username: 'admin', url: '192.168.1.1' },
  { name: 'Local Admin', username: 'admin', url: '192.168.1.1' },
];

const addresses: readonly OddPassword[] = [
  {
    name: 'Two portals',
    username: 'a,b',
    url: 'https://portal.kub-reynolds.example, https://portal2.kub-reynolds.example',
  },
  {
    name: 'Two portals, one a line',
    username: 'office',
    url: 'https://one.kub-reynolds.example\r\nhttps://two.kub-reynolds.example',
  },
  { name: 'Shouting with blanks', username: 'office', url: ' HTTPS://Portal.Kub-Reynolds.Example:443/ ' },
  { name: 'No scheme', username: 'office', url: 'intranet.kub-reynolds.example/login' },
  { name: 'Port and no scheme', username: 'admin', url: '10.44.0.1:8443' },
  { name: 'IPv6 console', username: 'admin', url: 'https://[2001:db8::1]:8443/' },
  { name: 'Umlaut domain', username: 'büro', url: 'https://bücher-müller.example/anmelden' },
  { name: 'Punycode domain', username: 'office', url: 'https://xn--bcher-mller-thb6i.example/' },
  { name: 'Bare machine name', username: 'root', url: 'krg-esx01' },
  { name: 'Not for a browser', username: 'root', url: 'ssh://krg-esx01' },
  { name: 'Remote desktop', username: 'KRG\\itadmin', url: 'rdp://krg-srv01.kub-reynolds.example' },
  { name: 'NAS', username: '', url: 'javascript:alert(document.domain)' },
  { name: 'User in the address', username: 'admin', url: 'https://admin@portal.kub-reynolds.example/' },
  { name: 'Words instead of an address', username: 'admin', url: 'ask reception' },
];

const texts: readonly OddPassword[] = [
  {
    name: '<script>alert("name")</script>',
    username: '<img src=x onerror=alert(1)>',
    url: 'https://portal.kub-reynolds.example',
  },
  { name: '\u202Eevil', username: 'admin' },
  { name: 'Kub, Reynolds and Gibson portal', username: 'office', url: 'https://portal.kub-reynolds.example' },
  { name: '🦷 Clinique d’été – Größe № 7', username: 'françois' },
  { name: 'x'.repeat(400), username: 'y'.repeat(255) },
  { name: 'Several lines', notes: 'line1\r\nline2\n<b>html</b> OLD password: Winter2019!' },
  { name: 'Non-ASCII value', value: 'C0rrect-Horse!€ü漢字🔑' },
  { name: 'Quotes and backslashes', value: '"\'`\\\\n</script>{{x}}' },
  { name: 'Blanks around', value: '  leading and trailing  ' },
  { name: 'A tab within', value: 'before\tafter' },
  { name: 'Very long value', value: 'Lang0123456789-'.repeat(34) },
];

/** One of every odd kind that real accounts hold. */
const hinted: readonly OddPassword[] = [
  {
    name: 'With selectors that select nothing',
    username: 'office',
    autofillSelectors: '{"username":"<<<","password":"#no-such-field"}',
  },
  { name: 'With selectors in no known form', autofillSelectors: 'username=#user;password=#pass' },
];

export const recordZoo: readonly OddPassword[] = [...embedded, ...states, ...addresses, ...texts, ...hinted];
