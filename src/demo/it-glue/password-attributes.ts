import type { PasswordRecord, Tenant } from '../data/records.ts';
import type { FakeOptions } from './fake-options.ts';
import { webOrigins } from './hosts.ts';

export type Attributes = Record<string, unknown>;

export const rfc3339 = (time: number): string => new Date(time).toISOString();

/** Foreign keys are numbers in the JSON, ids are texts. */
export const foreignKey = (id: string | null): number | null => (id === null ? null : Number(id));

export const organizationName = (tenant: Tenant, id: string): string => tenant.organizations.get(id)?.name ?? '';

function embedding(
  record: PasswordRecord,
  tenant: Tenant,
): { readonly type: Attributes; readonly parentUrl: string | null } {
  const inside = record.embeddedIn;
  const at = inside === null ? null : `${webOrigins[tenant.name]}/${record.organizationId}/${inside.path}/${inside.id}`;
  return { type: { 'resource-type': inside?.type ?? null }, parentUrl: at };
}

const firstPart = (record: PasswordRecord, tenant: Tenant): Attributes => ({
  'organization-id': foreignKey(record.organizationId),
  'organization-name': organizationName(tenant, record.organizationId),
  'resource-url': `${webOrigins[tenant.name]}/${record.organizationId}/passwords/${record.id}`,
  restricted: record.restricted,
  'my-glue': record.myGlue,
  name: record.name,
  'autofill-selectors': record.autofillSelectors,
  username: record.username,
  url: record.url,
  notes: record.notes,
  'password-updated-at': rfc3339(record.passwordUpdatedAt),
  'updated-by': 1_839_201,
  'updated-by-type': 'User',
  'resource-id': record.embeddedIn?.id ?? null,
  'cached-resource-type-name': record.embeddedIn?.typeName ?? null,
  'cached-resource-name': record.embeddedIn?.name ?? null,
  'password-category-id': record.category?.id ?? null,
  'password-category-name': record.category?.name ?? null,
  'created-at': rfc3339(record.createdAt),
  'updated-at': rfc3339(record.updatedAt),
});

/** The attributes of a list row, in IT Glue's order, as of the year that the options say. */
export function passwordAttributes(
  record: PasswordRecord,
  tenant: Tenant,
  { attributes: year }: FakeOptions,
): Attributes {
  const { type, parentUrl } = embedding(record, tenant);
  if (year === '2019') return { ...firstPart(record, tenant), ...type, 'parent-url': parentUrl };
  return {
    ...firstPart(record, tenant),
    'otp-enabled': record.otpEnabled,
    'password-folder-id': foreignKey(record.folderId),
    ...type,
    'parent-url': parentUrl,
    'vault-id': record.vaultId,
    archived: record.archived,
    ...(year === '2025' ? { 'rotation-permitted': false, personal: record.personal } : {}),
  };
}

/** A host-proof value: nobody but its owner's browser can open it. */
const sealedByOwner = 'vault:v1:demo-ciphertext-nobody-can-open';

/** The `password` attribute of a record that is shown, or nothing. */
export function valueAttribute(record: PasswordRecord, mayRead: boolean, options: FakeOptions): Attributes {
  if (!mayRead) return options.noPasswordAccess === 'null' ? { password: null } : {};
  if (record.vaultId === null) return { password: record.value };
  if (options.vaultedPassword === 'missing') return {};
  return { password: options.vaultedPassword === 'null' ? null : sealedByOwner };
}
