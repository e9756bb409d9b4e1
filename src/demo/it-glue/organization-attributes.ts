import type { OrganizationRecord } from '../data/records.ts';
import type { FakeOptions } from './fake-options.ts';
import { type Attributes, rfc3339 } from './password-attributes.ts';

const listNotes = 250;

function kin({ parentId, ancestorIds }: OrganizationRecord, options: FakeOptions): Attributes {
  const parent = parentId !== null && options.parentId === 'number' ? Number(parentId) : parentId;
  if (options.ancestorIds === 'array') return { 'parent-id': parent, 'ancestor-ids': ancestorIds.map(Number) };
  return { 'parent-id': parent, 'ancestor-ids': ancestorIds.length === 0 ? null : `[${ancestorIds.join(',')}]` };
}

/** In IT Glue's order. A list cuts the quick notes short. */
export const organizationAttributes = (
  record: OrganizationRecord,
  where: 'list' | 'show',
  options: FakeOptions,
): Attributes => ({
  name: record.name,
  alert: record.alert,
  description: record.description,
  'organization-type-id': record.type.id,
  'organization-type-name': record.type.name,
  'organization-status-id': record.status.id,
  'organization-status-name': record.status.name,
  ...(options.attributes === '2019' ? {} : { 'my-glue': record.myGlue }),
  primary: record.primary,
  logo: record.logo,
  'quick-notes': where === 'list' ? (record.quickNotes?.slice(0, listNotes) ?? null) : record.quickNotes,
  'short-name': record.shortName,
  'created-at': rfc3339(record.createdAt),
  'updated-at': rfc3339(record.updatedAt),
  ...kin(record, options),
});
