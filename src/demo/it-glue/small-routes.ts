import { demoEpoch } from '../clock.ts';
import type { FolderRecord, Named } from '../data/records.ts';
import type { Call } from './call.ts';
import { webOrigins } from './hosts.ts';
import { type ListKind, listReply } from './list-reply.ts';
import { foreignKey, organizationName, rfc3339 } from './password-attributes.ts';
import { forbidden, json, notFound, unauthorizedResource } from './replies.ts';
import { unknownRecord } from './unknown-record.ts';

interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const categoryTime = rfc3339(demoEpoch - 1_000 * 86_400_000);

const category = ({ id, name, count }: CategoryRow): unknown => ({
  id,
  type: 'password-categories',
  attributes: { name, 'created-at': categoryTime, 'updated-at': categoryTime, 'passwords-count': count },
});

const categories: ListKind<CategoryRow> = {
  filters: new Map([['name', ({ name }: CategoryRow) => name]]),
  sorts: new Map<string, (row: CategoryRow) => string | null>([
    ['id', ({ id }) => id],
    ['name', ({ name }) => name],
    ['created_at', () => null],
    ['updated_at', () => null],
  ]),
  resource: category,
};

function categoryRows({ tenant }: Call): readonly CategoryRow[] {
  const passwords = [...tenant.passwords.values()];
  const count = ({ id }: Named): number => passwords.filter((row) => row.category?.id === id).length;
  return tenant.categories.map((one) => ({ id: String(one.id), name: one.name, count: count(one) }));
}

export const listCategories = (call: Call): Response => listReply(call, categoryRows(call), categories, true);

export function showCategory(call: Call, id: string): Response {
  const row = categoryRows(call).find((one) => one.id === id);
  return row === undefined ? unknownRecord(call) : json({ data: category(row) });
}

function ancestors(folder: FolderRecord, folders: ReadonlyMap<string, FolderRecord>): readonly number[] {
  const parent = folder.parentId === null ? undefined : folders.get(folder.parentId);
  return parent === undefined ? [] : [...ancestors(parent, folders), Number(parent.id)];
}

const folderResource = (folder: FolderRecord, { tenant }: Call): unknown => ({
  id: folder.id,
  type: 'password-folders',
  attributes: {
    name: folder.name,
    'organization-id': foreignKey(folder.organizationId),
    'organization-name': organizationName(tenant, folder.organizationId),
    restricted: folder.restricted,
    'parent-id': foreignKey(folder.parentId),
    'ancestor-ids': ancestors(folder, tenant.folders),
    'resource-url': `${webOrigins[tenant.name]}/${folder.organizationId}/passwords/folders/${folder.id}`,
    'created-at': rfc3339(folder.createdAt),
    'updated-at': rfc3339(folder.createdAt),
  },
});

const folders: ListKind<FolderRecord> = {
  filters: new Map([['id', ({ id }: FolderRecord) => id]]),
  sorts: new Map<string, (row: FolderRecord) => string | number>([
    ['id', ({ id }) => id],
    ['created_at', ({ createdAt }) => createdAt],
    ['updated_at', ({ createdAt }) => createdAt],
  ]),
  resource: (folder, call) => folderResource(folder, call),
};

/** Some tenants refuse this route altogether. */
function withoutFolders({ options, submitted }: Call): Response | null {
  if (options.folders === '401') return unauthorizedResource(options.errors, submitted);
  if (options.folders === '403') return forbidden(options);
  return options.folders === '404' ? notFound() : null;
}

export function listFolders(call: Call, organizationId: string): Response {
  const refused = withoutFolders(call);
  if (refused !== null) return refused;
  if (!call.tenant.organizations.has(organizationId)) return unknownRecord(call);
  const rows = [...call.tenant.folders.values()].filter((row) => row.organizationId === organizationId);
  return listReply(call, rows, folders, true);
}

export function showFolder(call: Call, organizationId: string, id: string): Response {
  const refused = withoutFolders(call);
  if (refused !== null) return refused;
  const row = call.tenant.folders.get(id);
  return row?.organizationId === organizationId ? json({ data: folderResource(row, call) }) : unknownRecord(call);
}
