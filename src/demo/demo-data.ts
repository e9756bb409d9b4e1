import { authoredOrganizations, oddOrganization } from './data/authored-organizations.ts';
import { blankPassword } from './data/blank-password.ts';
import { slug } from './data/client-names.ts';
import { foldersOf } from './data/folders.ts';
import { generateOrganizations } from './data/generate-organizations.ts';
import { generatedPassword } from './data/generate-passwords.ts';
import { type IdSequence, idSequence } from './data/id-sequence.ts';
import type { Client } from './data/password-kinds.ts';
import { recordZoo } from './data/record-zoo.ts';
import type { FolderRecord, OrganizationRecord, PasswordRecord, Tenant, TenantName } from './data/records.ts';
import { seededRandom } from './data/seeded-random.ts';
import { shares } from './data/shares.ts';
import { type PasswordCategoryName, passwordCategories } from './data/small-lists.ts';
import { someTime } from './data/some-time.ts';
import { demoLogins } from './demo-logins.ts';

/** How much a tenant holds. */
export interface TenantSize {
  readonly organizations: number;
  /** In all; never fewer than the authored ones. */
  readonly passwords: number;
  /** Generated passwords of the largest organization. */
  readonly largest: number;
}

export const demoSizes: Readonly<Record<TenantName, TenantSize>> = {
  us: { organizations: 336, passwords: 4_200, largest: 640 },
  eu: { organizations: 14, passwords: 160, largest: 40 },
  au: { organizations: 9, passwords: 90, largest: 25 },
};

/** The size to design for, and the one that must still work. */
export const largeSize: TenantSize = { organizations: 1_000, passwords: 20_000, largest: 3_000 };
export const hugeSize: TenantSize = { organizations: 1_000, passwords: 100_000, largest: 3_000 };

const firstIds: Readonly<Record<TenantName, { organization: number; password: number; folder: number; gap: number }>> =
  {
    us: { organization: 8_441_223, password: 21_004_117, folder: 5_120_001, gap: 9 },
    eu: {
      organization: 3_183_713_165_639_879,
      password: 4_371_408_978_673_864,
      folder: 3_290_120_001_774_101,
      gap: 40_000,
    },
    au: {
      organization: 4_289_414_129_010_794,
      password: 4_489_414_129_010_794,
      folder: 4_300_120_001_774_101,
      gap: 40_000,
    },
  };

interface Making {
  readonly tenant: TenantName;
  readonly seed: string;
  readonly passwordIds: IdSequence;
  readonly folders: Map<string, FolderRecord>;
  readonly passwords: Map<string, PasswordRecord>;
}

/** The private network of an organization: every one has its own. */
const networkOf = (index: number): string => `10.${Math.floor(index / 250) + 20}.${(index % 250) + 1}`;

function clientOf({ tenant, seed }: Making, organization: OrganizationRecord, index: number): Client {
  const authored = tenant === 'us' ? authoredOrganizations[index] : undefined;
  return {
    code: (organization.shortName ?? '') || slug(organization.name).replaceAll('-', '').slice(0, 4).toUpperCase(),
    domain: authored?.domain ?? `${slug(organization.name.replace(/ (Inc\.|LLC|Ltd|Co-op|Group)$/, ''))}.example`,
    network: networkOf(index),
    random: seededRandom(`${seed}/${tenant}/${index}`),
  };
}

const add = ({ passwords }: Making, record: PasswordRecord): void => void passwords.set(record.id, record);

function addLogins(making: Making, organization: OrganizationRecord, { random }: Client): void {
  for (const login of demoLogins.filter((one) => one.organization === organization.name)) {
    add(making, {
      ...blankPassword(making.passwordIds.next(), organization.id, login.name, login.password, someTime(random)),
      username: login.username,
      url: login.url,
      category: passwordCategories[login.category as PasswordCategoryName],
      otpEnabled: login.otpEnabled ?? false,
    });
  }
}

function addZoo(
  making: Making,
  organization: OrganizationRecord,
  { random }: Client,
  folder: FolderRecord | undefined,
): void {
  for (const { id, inPersonFolder, ...odd } of recordZoo) {
    const own = id ?? making.passwordIds.next();
    add(making, {
      ...blankPassword(own, organization.id, odd.name, 'Odd-Kind-Value-1', someTime(random)),
      ...odd,
      folderId: inPersonFolder === true ? (folder?.id ?? null) : null,
    });
  }
}

/** How many generated passwords each organization gets. */
function counts(
  { tenant, seed }: Making,
  organizations: readonly OrganizationRecord[],
  size: TenantSize,
): readonly number[] {
  const random = seededRandom(`${seed}/${tenant}/sizes`);
  const authored = tenant === 'us' ? authoredOrganizations : [];
  const fixed = organizations.map((_, index) => {
    const passwords = authored[index]?.passwords ?? (authored.length === 0 && index === 0 ? 'most' : null);
    return passwords === 'most' ? size.largest : passwords;
  });
  const written = authored.length === 0 ? 0 : demoLogins.length + recordZoo.length;
  const rest = Math.max(0, size.passwords - fixed.reduce<number>((sum, count) => sum + (count ?? 0), written));
  const weights = fixed.map((count) => (count === null ? 0.1 + random.next() ** 3 * 2 : 0));
  const spread = shares(rest, weights);
  return fixed.map((count, index) => count ?? spread[index] ?? 0);
}

function fill(
  making: Making,
  organization: OrganizationRecord,
  client: Client,
  count: number,
  folderIds: IdSequence,
): void {
  const folders = count > 8 || organization.name === oddOrganization ? foldersOf(organization, folderIds) : [];
  for (const folder of folders) making.folders.set(folder.id, folder);
  if (making.tenant === 'us' && organization.name === oddOrganization) addZoo(making, organization, client, folders[1]);
  for (let index = 0; index < count; index += 1) {
    add(making, generatedPassword(making.passwordIds.next(), organization, client, folders[index % 3]));
  }
}

/** One tenant. The same seed and size give the same records; authored records have the same ids at every size. */
export function makeTenant(tenant: TenantName, size: TenantSize, seed: string): Tenant {
  const first = firstIds[tenant];
  const ids = (kind: 'organization' | 'password' | 'folder'): IdSequence =>
    idSequence(first[kind], first.gap, seededRandom(`${seed}/${tenant}/${kind}`));
  const making: Making = { tenant, seed, passwordIds: ids('password'), folders: new Map(), passwords: new Map() };
  const random = seededRandom(`${seed}/${tenant}/organizations`);
  const organizations = generateOrganizations(size.organizations, tenant === 'us', ids('organization'), random);
  const clients = organizations.map((organization, index) => clientOf(making, organization, index));
  organizations.forEach((organization, index) => {
    const client = clients[index];
    if (tenant === 'us' && client !== undefined) addLogins(making, organization, client);
  });
  const folderIds = ids('folder');
  const sizes = counts(making, organizations, size);
  organizations.forEach((organization, index) => {
    const client = clients[index];
    if (client !== undefined) fill(making, organization, client, sizes[index] ?? 0, folderIds);
  });
  return {
    name: tenant,
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    passwords: making.passwords,
    folders: making.folders,
    categories: Object.values(passwordCategories),
    nextPasswordId: making.passwordIds.next,
  };
}
