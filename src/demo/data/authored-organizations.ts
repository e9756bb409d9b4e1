import { contoso, fabrikam, northwind } from '../demo-logins.ts';

/** Organizations that the demo and its tests know by name. They come first, in this order, in the US tenant. */
export interface AuthoredOrganization {
  readonly name: string;
  readonly shortName: string | null;
  readonly domain: string;
  readonly parent?: string;
  readonly status?: 'Active' | 'Inactive' | 'Onboarding' | 'Offboarded';
  readonly owner?: true;
  readonly alert?: string;
  readonly quickNotes?: string;
  /** How many generated passwords it has besides the authored ones. */
  readonly passwords: number | 'most';
}

/** The organization that holds a third of all passwords. */
export const largestOrganization = 'Meridian Regional Health';

/** The organization that holds one password of every odd kind. */
export const oddOrganization = 'Kub, Reynolds and Gibson';

const longNote =
  'Call the site lead before any change. The comms room is behind reception; the key is in the safe of the practice ' +
  'manager. Maintenance window: Sundays 06:00 to 09:00. Radiology runs on its own VLAN and must never be rebooted while ' +
  'patients are in the building. The old server is switched off but kept until the auditors have signed.';

export const authoredOrganizations: readonly AuthoredOrganization[] = [
  { name: 'Harbor Point IT', shortName: 'HPIT', domain: 'harborpoint.example', owner: true, passwords: 60 },
  {
    name: northwind,
    shortName: 'NWD',
    domain: 'northwind.example',
    alert: 'VIP client: call before remote sessions',
    quickNotes: longNote,
    passwords: 18,
  },
  { name: contoso, shortName: 'CONTOSO', domain: 'contoso.example', passwords: 16 },
  { name: fabrikam, shortName: 'FAB', domain: 'fabrikam.example', passwords: 22 },
  { name: largestOrganization, shortName: 'MRH', domain: 'meridian-health.example', passwords: 'most' },
  { name: oddOrganization, shortName: '', domain: 'kub-reynolds.example', passwords: 4 },
  {
    name: 'Northwind Dental Group – Lakeside',
    shortName: 'NWD-L',
    domain: 'lakeside.example',
    parent: northwind,
    passwords: 9,
  },
  {
    name: 'Northwind Dental Group – Uptown',
    shortName: 'NWD-U',
    domain: 'uptown.example',
    parent: northwind,
    passwords: 7,
  },
  {
    name: 'Northwind Orthodontics Lab',
    shortName: null,
    domain: 'ortholab.example',
    parent: 'Northwind Dental Group – Uptown',
    passwords: 3,
  },
  {
    name: 'Fabrikam Manufacturing – Lyon',
    shortName: 'FAB-L',
    domain: 'lyon.fabrikam.example',
    parent: fabrikam,
    status: 'Inactive',
    passwords: 5,
  },
  { name: 'Riverside Dental', shortName: 'RIV-N', domain: 'riverside-north.example', passwords: 8 },
  {
    name: 'Riverside Dental',
    shortName: 'RIV-S',
    domain: 'riverside-south.example',
    status: 'Offboarded',
    passwords: 6,
  },
  { name: 'Riverside dental', shortName: null, domain: 'riverside-east.example', status: 'Onboarding', passwords: 0 },
];
