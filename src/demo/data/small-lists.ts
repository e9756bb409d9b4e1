import type { Named } from './records.ts';

function numbered<Name extends string>(from: number, names: readonly Name[]): Readonly<Record<Name, Named>> {
  const rows: Record<string, Named> = Object.fromEntries(
    names.map((name, index): [string, Named] => [name, { id: from + index, name }]),
  );
  return rows as Record<Name, Named>;
}

export const organizationTypes = {
  Customer: { id: 86, name: 'Customer' },
  Vendor: { id: 87, name: 'Vendor' },
  Owner: { id: 15, name: 'Owner' },
} as const;

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
]);

export type PasswordCategoryName = keyof typeof passwordCategories;
