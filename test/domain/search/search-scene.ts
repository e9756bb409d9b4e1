import type { OrganizationSummary } from '../../../src/domain/credential.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { IndexedPassword } from '../../../src/domain/search/indexed-password.ts';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import { type SearchRequest, searchPasswords } from '../../../src/domain/search/search-passwords.ts';
import { parseQuery } from '../../../src/domain/search/search-query.ts';
import { siteOf } from '../../../src/domain/search/site.ts';

export const now = Date.UTC(2026, 10, 20, 9);

export const organization = (id: string, name: string, shortName: string | null = null): OrganizationSummary => ({
  id: asId(id),
  name,
  shortName,
  statusName: 'Active',
  parentId: null,
});

let next = 0;

/** A record; what is not said is empty. */
export function password(organizationId: string, name: string, more: Partial<IndexedPassword> = {}): IndexedPassword {
  next += 1;
  return {
    id: asId(String(1000 + next)),
    organizationId: asId(organizationId),
    name,
    username: null,
    url: null,
    categoryName: null,
    assetName: null,
    folderId: null,
    restricted: false,
    archived: false,
    vaulted: false,
    otpEnabled: false,
    passwordUpdatedAt: null,
    updatedAt: null,
    ...more,
  };
}

export const organizations = [
  organization('1', 'Acme Corporation', 'ACM'),
  organization('2', 'Northwind Dental Group', 'NWD'),
  organization('3', 'Müller & Søn', null),
];

export interface Asked {
  readonly typed?: string;
  readonly page?: string | null;
  readonly organizationId?: string | null;
  readonly uses?: SearchRequest['context']['uses'];
  readonly allowed?: readonly string[] | null;
  readonly limit?: number;
}

/** Searches these records and gives the hits. */
export function searching(passwords: readonly IndexedPassword[], folders: ReadonlyMap<string, string> = new Map()) {
  const index = createSearchIndex(organizations, passwords, folders);
  const result = ({ typed = '', page = null, organizationId = null, uses = [], allowed = null, limit = 50 }: Asked) =>
    searchPasswords(index, {
      query: parseQuery(typed),
      context: {
        site: page === null ? null : siteOf(page),
        organizationId: organizationId === null ? null : asId(organizationId),
        uses,
        now,
      },
      limit,
      allowed: allowed === null ? null : new Set(allowed.map((id) => asId<'organization'>(id))),
    });
  return { index, result, names: (asked: Asked) => result(asked).hits.map((hit) => hit.password.name) };
}
