import type { OrganizationRecord } from '../data/records.ts';
import type { Call } from './call.ts';
import { asBoolean, type FilterValue, withinRange } from './filtering.ts';
import { type ListKind, listReply } from './list-reply.ts';
import { organizationAttributes } from './organization-attributes.ts';
import { json } from './replies.ts';
import { idOrder, type SortValue } from './sorting.ts';
import { unknownRecord } from './unknown-record.ts';

type Value = FilterValue<OrganizationRecord>;

const plainFilters: readonly (readonly [string, Value])[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['organization_type_id', ({ type }) => String(type.id)],
  ['organization_status_id', ({ status }) => String(status.id)],
];

const sorts: readonly (readonly [string, SortValue<OrganizationRecord>])[] = [
  ['name', ({ name }) => name],
  ['id', ({ id }) => idOrder(id)],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['created_at', ({ createdAt }) => createdAt],
  ['organization_status_name', ({ status }) => status.name],
  ['organization_type_name', ({ type }) => type.name],
  ['short_name', ({ shortName }) => shortName],
  ['my_glue_account_id', () => null],
];

const resource = (record: OrganizationRecord, where: 'list' | 'show', { options }: Call): unknown => ({
  id: record.id,
  type: 'organizations',
  attributes: organizationAttributes(record, where, options),
});

const kind: ListKind<OrganizationRecord> = {
  filters: new Map(plainFilters),
  exclusions: new Map(plainFilters),
  sorts: new Map(sorts),
  resource: (record, call) => resource(record, 'list', call),
};

/** Filters that are more than a comparison of texts. */
function special(rows: readonly OrganizationRecord[], call: Call): readonly OrganizationRecord[] {
  const filters = call.query.group('filter');
  const primary = filters.get('primary');
  const created = filters.get('created_at');
  const updated = filters.get('updated_at');
  return rows.filter(
    (row) =>
      (primary === undefined || String(row.primary) === asBoolean(primary)) &&
      (created === undefined || withinRange(created, row.createdAt)) &&
      (updated === undefined || withinRange(updated, row.updatedAt)),
  );
}

export const listOrganizations = (call: Call): Response =>
  listReply(call, special([...call.tenant.organizations.values()], call), kind, true);

export function showOrganization(call: Call, id: string): Response {
  const record = call.tenant.organizations.get(id);
  return record === undefined ? unknownRecord(call) : json({ data: resource(record, 'show', call) });
}
