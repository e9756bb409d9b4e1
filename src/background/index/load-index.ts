import type { ApiKeyId, OrganizationId } from '../../domain/ids.ts';
import { categoryAllowed, organizationAllowed, type Policy } from '../../domain/policy.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { IndexedPassword } from '../../domain/search/indexed-password.ts';
import { createSearchIndex, indexOfSegments, type SearchIndex } from '../../domain/search/search-index.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import { folderStamp, type KnownFolders, knownFolders, namesById } from './folder-names.ts';
import type { IndexCatalog } from './index-shapes.ts';
import { openOrganizations, openSegments } from './sealed-index.ts';

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
  folders: KnownFolders,
): Promise<Result<SearchIndex>> {
  const [organizations, segments] = await Promise.all([
    openOrganizations(outside, state, apiKeyId, organizationsPart),
    openSegments(outside, state, apiKeyId, parts),
  ]);
  if (!organizations.ok) return organizations;
  if (!segments.ok) return segments;
  const hidden = new Set(excluded);
  const shown = (id: OrganizationId): boolean => !hidden.has(id) && organizationAllowed(policy, id);
  const isShown = ({ organizationId, categoryName }: IndexedPassword): boolean =>
    shown(organizationId) && categoryAllowed(policy, categoryName);
  const unrestricted = hidden.size === 0 && policy.allowedOrganizations === null && policy.allowedCategories === null;
  return ok(
    indexOfSegments({
      organizations: organizations.value.filter(({ id }) => shown(id)),
      segments: segments.value,
      folders: namesById(folders),
      ...(unrestricted ? {} : { shows: (segment, position) => isShown(segment.passwordAt(position)) }),
    }),
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
  const folders = await knownFolders(outside, state, apiKeyId);
  const parts = [readable.organizationsPart, ...readable.parts, ...catalog.excluded];
  const stamp = [state.kid, ...parts, limits, folderStamp(folders)].join(' ');
  const known = outside.loadedIndexes.get(apiKeyId, stamp);
  if (known !== null) return ok(known);
  const opened = await open(outside, state, apiKeyId, readable, catalog.excluded, policy, folders);
  if (!opened.ok) return opened;
  // A lock that fell into the middle of it has cleared what was loaded before, not what came after.
  if ((await outside.session.unlocked()) === null) return fail({ code: 'locked' });
  outside.loadedIndexes.set(apiKeyId, stamp, opened.value);
  return opened;
}
