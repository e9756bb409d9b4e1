import { coverageOfAll } from '../../domain/index-state.ts';
import { primaryDomainIn } from '../../domain/primary-domain.ts';
import { type Completion, filterCompletions } from '../../domain/search/filter-completions.ts';
import type { IndexHit, IndexSearch } from '../../domain/search/index-hit.ts';
import { summaryOf } from '../../domain/search/indexed-password.ts';
import { type SearchHit, type SearchResult, searchPasswords } from '../../domain/search/search-passwords.ts';
import { parseQuery } from '../../domain/search/search-query.ts';
import { siteOf } from '../../domain/search/site.ts';
import type { RequestOf } from '../../messaging/contract.ts';
import type { IndexScope } from './index-scope.ts';
import type { OpenedIndex } from './open-index.ts';

/** An open index with what of it may be found. */
export interface ScopedIndex extends OpenedIndex {
  readonly scope: IndexScope;
}

const entriesOf = (scope: IndexScope, { password }: SearchHit) => [
  ...(scope.entriesOfPassword.get(password.id) ?? []),
  ...(scope.entriesOfOrganization.get(password.organizationId) ?? []),
  ...scope.entriesOfAll,
];

const hitOf = (scope: IndexScope, hit: SearchHit): IndexHit => ({
  apiKeyId: scope.apiKeyId,
  summary: summaryOf(hit.password, hit.organization, hit.folderName),
  organizationShortName: hit.organization.shortName,
  organizationPrimaryDomain: primaryDomainIn(scope.domains, hit.organization.id),
  entryIds: entriesOf(scope, hit),
  why: hit.why,
});

interface Searched {
  readonly opened: ScopedIndex;
  readonly result: SearchResult;
}

/** Hits of all indexes as one list. Where one holds the words as typed, guesses of another are left out. */
function merged(all: readonly Searched[], limit: number): Pick<IndexSearch, 'hits' | 'total' | 'loose'> {
  const loose = !all.some(({ result }) => result.total > 0 && !result.loose);
  const meant = all.filter(({ result }) => result.loose === loose || result.total === 0);
  const ranked = meant.flatMap(({ opened, result }) => result.hits.map((hit) => ({ scope: opened.scope, hit })));
  ranked.sort((a, b) => b.hit.rank - a.hit.rank || (a.hit.password.name < b.hit.password.name ? -1 : 1));
  const total = meant.reduce((sum, { result }) => sum + result.total, 0);
  return { hits: ranked.slice(0, limit).map(({ scope, hit }) => hitOf(scope, hit)), total, loose: loose && total > 0 };
}

function completionsOf(all: readonly ScopedIndex[], query: string): readonly Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const { index, scope } of all)
    for (const completion of filterCompletions(index, query, scope.organizations))
      byLabel.set(completion.label, completion);
  return [...byLabel.values()];
}

const leastFresh = (all: readonly ScopedIndex[]): number | null =>
  all.reduce<number | null>(
    (least, { syncedAt }) => (least === null || syncedAt === null ? null : Math.min(least, syncedAt)),
    all.length === 0 ? null : Number.POSITIVE_INFINITY,
  );

/** What is searched for, and for whom the answer is ranked. */
export type IndexQuestion = RequestOf<'index.search'>;

/** Searches open indexes as one. */
export function searchOpened(now: number, all: readonly ScopedIndex[], request: IndexQuestion): IndexSearch {
  const { limit, origin, organizationId } = request;
  const query = parseQuery(request.query);
  const site = origin === null ? null : siteOf(origin);
  const searched = all.map((opened): Searched => {
    const context = { site, organizationId, uses: opened.uses, now };
    const allowed = opened.scope.organizations;
    return { opened, result: searchPasswords(opened.index, { query, context, limit, allowed }) };
  });
  return {
    ...merged(searched, limit),
    completions: completionsOf(all, request.query),
    coverage: coverageOfAll(all.map(({ coverage }) => coverage)),
    syncedAt: leastFresh(all),
  };
}
