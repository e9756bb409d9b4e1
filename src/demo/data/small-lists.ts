import type { Named } from './records.ts';

const numbered = <Name extends string>(from: number, names: readonly Name[]): Readonly<Record<Name, Named>> =>
  Object.fromEntries(names.map((name, index) => [name, { id: from + index, name }])) as Record<Name, Named>;

export const organizationTypes = {
  ...numbered(86, ['Customer', 'Vendor']),
  Owner: { id: 15, name: 'Owner' },
  Prospect: { id: 90, name: 'Prospect' },
} as const satisfies Readonly<Record<string, Named>>;

export const organizationStatuses = numbered(68, ['Active', 'Inactive', 'Onboarding', 'Offboarded']);

export const passwordCategories = numbered(71_320, [
  'Application',
  'Backup',
  'BitLocker',
  'Cloud',
  'Device',
  'DNS / Registrar',
  'Domain',
  'Email Account',
  'Firewall',
  'Network',
  'Server',
  'SQL',
  'Vendor Portal',
  'VPN',
  'Wireless',
  'Workstation',
] as const);

export type PasswordCategoryName = keyof typeof passwordCategories;
