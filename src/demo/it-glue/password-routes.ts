import type { PasswordRecord } from '../data/records.ts';
import type { Call } from './call.ts';
import { asBoolean, type FilterValue } from './filtering.ts';
import { included, type ListKind, listReply } from './list-reply.ts';
import { type Attributes, passwordAttributes, valueAttribute } from './password-attributes.ts';
import { apiError, json } from './replies.ts';
import { idOrder, type SortValue } from './sorting.ts';
import { unknownRecord, wrongOrganization } from './unknown-record.ts';

const filters: readonly (readonly [string, FilterValue<PasswordRecord>])[] = [
  ['id', ({ id }) => id],
  ['organization_id', ({ organizationId }) => organizationId],
  ['password_category_id', ({ category }) => (category === null ? null : String(category.id))],
  ['name', ({ name }) => name],
  ['url', ({ url }) => url],
  ['cached_resource_name', ({ embeddedIn }) => embeddedIn?.name ?? null],
];

const sorts: readonly (readonly [string, SortValue<PasswordRecord>])[] = [
  ['name', ({ name }) => name],
  ['username', ({ username }) => username],
  ['url', ({ url }) => url],
  ['id', ({ id }) => idOrder(id)],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
];

/** The value as an attribute, told to the reveal log where one really goes out. */
function revealed(record: PasswordRecord, call: Call): Attributes {
  const value = valueAttribute(record, call.key.passwordAccess, call.options);
  if (typeof value.password === 'string') call.reveal(record);
  return value;
}

const resource = (record: PasswordRecord, call: Call, more: Attributes): unknown => ({
  id: record.id,
  type: 'passwords',
  attributes: { ...passwordAttributes(record, call.tenant, call.options), ...more },
  ...(call.options.attributes === '2019' ? {} : { relationships: {} }),
});

const kind: ListKind<PasswordRecord> = {
  filters: new Map(filters),
  sorts: new Map(sorts),
  resource: (record, call, index) =>
    resource(record, call, call.options.indexShowsOnePassword && index === 0 ? revealed(record, call) : {}),
};

/** The one filter that is not a comparison of texts. */
function byArchived(rows: readonly PasswordRecord[], call: Call, mayFilter: boolean): readonly PasswordRecord[] {
  const asked = mayFilter ? call.query.group('filter').get('archived') : undefined;
  if (asked === undefined) return call.options.archivedInIndex ? rows : rows.filter(({ archived }) => !archived);
  return rows.filter(({ archived }) => String(archived) === asBoolean(asked));
}

function list(call: Call, rows: readonly PasswordRecord[], mayFilter: boolean): Response {
  if (call.options.showPasswordOnIndex === '422' && call.query.get('show_password') !== null) {
    const error = { status: 422, title: 'show_password is not allowed here', pointer: 'show_password' };
    return apiError(error, call.options.errors, call.submitted);
  }
  return listReply(call, byArchived(rows, call, mayFilter), kind, mayFilter);
}

export const listPasswords = (call: Call): Response => list(call, [...call.tenant.passwords.values()], true);

export function listOrganizationPasswords(call: Call, organizationId: string): Response {
  if (!call.tenant.organizations.has(organizationId)) return unknownRecord(call);
  const rows = [...call.tenant.passwords.values()].filter((row) => row.organizationId === organizationId);
  return list(call, rows, call.options.nestedRoutesFilter);
}

/** A plain show reveals the value: it takes `show_password=false` to keep it in. */
export function showPassword(call: Call, id: string): Response {
  const record = call.tenant.passwords.get(id);
  if (record === undefined) return unknownRecord(call);
  const shown = asBoolean(call.query.get('show_password') ?? 'true') !== 'false';
  const live = call.options.attributes === '2025' ? { 'is-live': true } : {};
  const data = resource(record, call, { ...(shown ? revealed(record, call) : {}), ...live });
  return json({ data, ...included(call.query.get('include')) });
}

export function showOrganizationPassword(call: Call, organizationId: string, id: string): Response {
  const record = call.tenant.passwords.get(id);
  if (record !== undefined && record.organizationId !== organizationId) return wrongOrganization(call);
  return showPassword(call, id);
}
