import type { ApiKeyId, OrganizationId } from '../../domain/ids.ts';
import { categoryAllowed, organizationAllowed, type Policy } from '../../domain/policy.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { createSearchIndex, type SearchIndex } from '../../domain/search/search-index.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { IndexCatalog } from './index-shapes.ts';
import { openOrganizations, openPasswords } from './sealed-index.ts';

type Outside = Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'session' | 'policy'>;

interface Readable {
  readonly organizationsPart: string;
  readonly parts: readonly string[];
}

/** What a search reads: the last whole sync, or while there is none the first one as far as it has come. */
export function readableParts({ active, building }: IndexCatalog): Readable | null {
  if (active !== null) {
    const parts = active.changes === null ? active.pages : [...active.pages, active.changes];
    return { organizationsPart: active.organizationsPart, parts };
  }
  return building === null ? null : { organizationsPart: building.organizationsPart, parts: building.pages };
}

async function open(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  { organizationsPart, parts }: Readable,
  excluded: IndexCatalog['excluded'],
  policy: Policy,
): Promise<Result<SearchIndex>> {
  const [organizations, passwords] = await Promise.all([
    openOrganizations(outside, state, apiKeyId, organizationsPart),
    openPasswords(outside, state, apiKeyId, parts),
  ]);
  if (!organizations.ok) return organizations;
  if (!passwords.ok) return passwords;
  const hidden = new Set(excluded);
  const shown = (id: OrganizationId): boolean => !hidden.has(id) && organizationAllowed(policy, id);
  const unrestricted = hidden.size === 0 && policy.allowedOrganizations === null && policy.allowedCategories === null;
  return ok(
    createSearchIndex(
      organizations.value.filter(({ id }) => shown(id)),
      unrestricted
        ? passwords.value
        : passwords.value.filter((row) => shown(row.organizationId) && categoryAllowed(policy, row.categoryName)),
    ),
  );
}

export const emptyIndex = createSearchIndex([], []);

/** The index of a key, from memory where it is as of this catalog. `locked` where the vault was locked meanwhile. */
export async function loadIndex(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  catalog: IndexCatalog,
): Promise<Result<SearchIndex>> {
  const readable = readableParts(catalog);
  if (readable === null) return ok(emptyIndex);
  const { policy } = await outside.policy.read();
  const limits = JSON.stringify([policy.allowedOrganizations, policy.allowedCategories]);
  const stamp = [state.kid, readable.organizationsPart, ...readable.parts, ...catalog.excluded, limits].join(' ');
  const known = outside.loadedIndexes.get(apiKeyId, stamp);
  if (known !== null) return ok(known);
  const opened = await open(outside, state, apiKeyId, readable, catalog.excluded, policy);
  if (!opened.ok) return opened;
  // A lock that fell into the middle of it has cleared what was loaded before, not what came after.
  if ((await outside.session.unlocked()) === null) return fail({ code: 'locked' });
  outside.loadedIndexes.set(apiKeyId, stamp, opened.value);
  return opened;
}
