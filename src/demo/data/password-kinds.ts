import type { EmbeddedIn } from './records.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { PasswordCategoryName } from './small-lists.ts';

/** What a client's passwords are named after. */
export interface Client {
  /** `CRDL`: the letters that its devices begin with. */
  readonly code: string;
  /** `cedar-ridge-dental.example` */
  readonly domain: string;
  /** Its private network, `10.20.30`. */
  readonly network: string;
  readonly random: SeededRandom;
}

/** What one kind of password decides; the rest is the same for all. */
export interface Draft {
  readonly name: string;
  readonly username: string | null;
  readonly url: string | null;
  readonly category: PasswordCategoryName | null;
  readonly embeddedIn?: Omit<EmbeddedIn, 'id'>;
  readonly otpEnabled?: boolean;
  readonly restricted?: boolean;
  readonly bitLocker?: true;
  /** In the folder "User Passwords" of its organization. */
  readonly personFolder?: true;
}

type Kind = (client: Client) => Draft;

const host = ({ code, random }: Client, role: string): string =>
  `${code}-${role}${String(random.between(1, 40)).padStart(2, '0')}`;
const address = ({ network, random }: Client): string => `${network}.${random.between(2, 250)}`;
const people = [
  'a.hughes',
  'b.tran',
  'c.moreau',
  'd.okafor',
  'e.silva',
  'f.klein',
  'g.romero',
  'h.patel',
  'i.novak',
  'j.doe',
  'k.larsen',
  'l.bianchi',
  'm.yilmaz',
  'n.cohen',
  'o.fraser',
  'p.dubois',
] as const;
const configuration = (name: string): Omit<EmbeddedIn, 'id'> => ({
  type: 'Configuration',
  typeName: 'Configuration',
  name,
  path: 'configurations',
});

const device =
  (role: string, title: string, category: PasswordCategoryName, port: string, username = 'admin'): Kind =>
  (client) => {
    const name = host(client, role);
    return {
      name: `${name} ${title}`,
      username,
      url: `https://${address(client)}${port}`,
      category,
      embeddedIn: configuration(name),
    };
  };

const cloud =
  (title: string, url: string, username: string, category: PasswordCategoryName = 'Cloud'): Kind =>
  ({ domain, random }) => ({
    name: title,
    username: `${username}@${domain}`,
    url,
    category,
    otpEnabled: random.chance(0.4),
    restricted: random.chance(0.1),
  });

const bitLocker: Kind = (client) => {
  const name = host(client, client.random.chance(0.7) ? 'LT-' : 'WS-');
  return {
    name: `${name} - Bitlocker Key`,
    username: null,
    url: null,
    category: 'BitLocker',
    embeddedIn: configuration(name),
    bitLocker: true,
  };
};

const mailbox: Kind = ({ domain, random }) => {
  const person = random.pick(people);
  return {
    name: `M365 - ${person}@${domain}`,
    username: `${person}@${domain}`,
    url: 'https://login.cloud-office.example/',
    category: 'Email Account',
    personFolder: true,
  };
};

const domainAdmin: Kind = ({ code, random }) => ({
  name: random.pick(['AD - Domain Administrator', 'Domain admin', 'AD - svc-backup', 'AD - svc-scan']),
  username: `${code}\\${random.pick(['Administrator', 'itadmin', 'svc-backup', 'svc-scan'])}`,
  url: null,
  category: 'Domain',
  restricted: random.chance(0.3),
});

const localAdmin: Kind = (client) => {
  const name = host(client, 'WS-');
  return {
    name: 'Local Admin',
    username: 'admin',
    url: null,
    category: 'Workstation',
    embeddedIn: configuration(name),
  };
};

const wireless: Kind = ({ code, random }) => {
  const name = `${code}-${random.pick(['Staff', 'Guest', 'IoT', 'Scanner'])}`;
  return {
    name: 'Pre-Shared Key',
    username: null,
    url: null,
    category: 'Wireless',
    embeddedIn: {
      type: random.pick(['flexible-asset-traits', 'flexible-asset-trait']),
      typeName: 'Wireless',
      name,
      path: 'assets/70114-wireless/records',
    },
  };
};

const registrar: Kind = ({ domain, random }) => ({
  name: `DNS registrar - ${domain}`,
  username: `hostmaster@${domain}`,
  url: random.pick(['https://registrar.example/login', 'https://dns-console.example', 'domains.example']),
  category: 'DNS / Registrar',
  embeddedIn: { type: 'domains', typeName: 'Domain', name: domain, path: 'domains' },
});

const lineOfBusiness: Kind = ({ domain, random }) => {
  const product = random.pick([
    'Practice suite',
    'ERP',
    'Payroll',
    'Time clock',
    'CRM',
    'Booking',
    'Fleet tracking',
    'Point of sale',
  ]);
  return {
    name: `${product} - ${random.pick(['admin', 'owner', 'support', 'integration'])}`,
    username: random.chance(0.8) ? `${random.pick(['admin', 'office', 'support'])}@${domain}` : 'admin',
    url: `https://${random.pick(['app', 'portal', 'my', 'secure'])}.${domain}/${random.pick(['', 'login', 'signin?next=%2F'])}`,
    category: 'Application',
  };
};

const database: Kind = (client) => {
  const name = host(client, 'SQL');
  return { name: `${name} sa`, username: 'sa', url: null, category: 'SQL', embeddedIn: configuration(name) };
};

const vpn: Kind = ({ domain, random }) => {
  const person = random.pick(people);
  return {
    name: `VPN - ${person}`,
    username: person,
    url: `https://vpn.${domain}:${random.pick(['443', '4443', '10443'])}`,
    category: 'VPN',
    personFolder: true,
  };
};

/** How often each kind occurs: BitLocker keys and mailboxes outnumber all else, as they do in reality. */
export const passwordKinds: readonly (readonly [weight: number, kind: Kind])[] = [
  [16, bitLocker],
  [14, mailbox],
  [6, cloud('Microsoft 365 Global Admin', 'https://admin.cloud-office.example/', 'admin')],
  [2, cloud('Microsoft 365 - break glass', 'https://login.cloud-office.example/', 'emergency')],
  [3, cloud('Entra Connect sync account', 'https://login.cloud-office.example/', 'sync')],
  [5, domainAdmin],
  [6, localAdmin],
  [6, device('FW', 'FortiGate admin', 'Firewall', ':8443')],
  [2, device('FW', 'SonicWall', 'Firewall', ':4443')],
  [5, device('SW', 'switch web interface', 'Network', '')],
  [4, device('AP', 'access point', 'Network', '')],
  [4, device('ESX', 'ESXi root', 'Server', '/ui', 'root')],
  [4, device('SRV', 'iDRAC', 'Server', '', 'root')],
  [4, device('NAS', 'Synology DSM', 'Server', ':5001')],
  [2, device('UPS', 'UPS web interface', 'Device', '', 'apc')],
  [3, device('PRN', 'copier', 'Device', '')],
  [2, device('CAM', 'camera recorder', 'Device', ':8000')],
  [3, wireless],
  [3, registrar],
  [9, lineOfBusiness],
  [3, database],
  [4, vpn],
  [3, cloud('Backup portal', 'https://backup-cloud.example/login', 'backup', 'Backup')],
  [2, cloud('Veeam console encryption', 'https://backup-console.example', 'veeam', 'Backup')],
  [3, cloud('Vendor support portal', 'https://support.vendor.example', 'support', 'Vendor Portal')],
  [2, cloud('Website hosting panel', 'https://cpanel.hosting.example:2083', 'web', 'Vendor Portal')],
];
