import { type Coverage, coverageOfAll } from '../../domain/index-state.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type Completion, filterCompletions } from '../../domain/search/filter-completions.ts';
import type { IndexHit, IndexSearch } from '../../domain/search/index-hit.ts';
import { summaryOf } from '../../domain/search/indexed-password.ts';
import type { SearchIndex } from '../../domain/search/search-index.ts';
import { type SearchHit, type SearchResult, searchPasswords } from '../../domain/search/search-passwords.ts';
import { parseQuery } from '../../domain/search/search-query.ts';
import { siteOf } from '../../domain/search/site.ts';
import type { PasswordUse } from '../../domain/search/use-log.ts';
import type { RequestOf } from '../../messaging/contract.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { type IndexScope, scopesFor } from '../index/index-scope.ts';
import { coverageOf } from '../index/index-states.ts';
import { loadIndex } from '../index/load-index.ts';
import { markDamaged } from '../index/mark-damaged.ts';
import { usesOf } from '../index/password-uses.ts';
import { openIndexCatalog } from '../index/sealed-index.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

interface Opened {
  readonly scope: IndexScope;
  readonly index: SearchIndex;
  readonly uses: readonly PasswordUse[];
  readonly coverage: Coverage;
  readonly syncedAt: number | null;
}

/** A sync may have put a newer generation in place between the catalog and its parts: then it is read once more. */
async function openScope(ports: Ports, state: UnlockedState, scope: IndexScope, again = true): Promise<Result<Opened>> {
  const catalog = await openIndexCatalog(ports, state, scope.apiKeyId);
  const uses = await usesOf(ports, state, scope.apiKeyId);
  const sound = catalog?.region === scope.region ? catalog : null;
  if (sound === null) return ok({ scope, index: nothing, uses, coverage: 'none', syncedAt: null });
  const index = await loadIndex(ports, state, scope.apiKeyId, sound);
  if (index.ok) {
    return ok({
      scope,
      index: index.value,
      uses,
      coverage: coverageOf(sound),
      syncedAt: sound.active?.syncedAt ?? null,
    });
  }
  if (index.failure.code !== 'vault-damaged') return index;
  if (again) return openScope(ports, state, scope, false);
  await markDamaged(ports, state, scope.apiKeyId, sound);
  return ok({ scope, index: nothing, uses, coverage: 'none', syncedAt: null });
}

const nothing: SearchIndex = { passwords: [], texts: [], organizationOf: new Uint32Array(), organizations: [] };

const entriesOf = ({ entriesOfPassword, entriesOfOrganization }: IndexScope, { password }: SearchHit) => [
  ...(entriesOfPassword.get(password.id) ?? []),
  ...(entriesOfOrganization.get(password.organizationId) ?? []),
];

const hitOf = (scope: IndexScope, hit: SearchHit): IndexHit => ({
  apiKeyId: scope.apiKeyId,
  summary: summaryOf(hit.password, hit.organization),
  organizationShortName: hit.organization.shortName,
  entryIds: entriesOf(scope, hit),
  why: hit.why,
});

interface Searched {
  readonly opened: Opened;
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

function completionsOf(all: readonly Opened[], query: string): readonly Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const { index, scope } of all)
    for (const completion of filterCompletions(index, query, scope.organizations))
      byLabel.set(completion.label, completion);
  return [...byLabel.values()];
}

const leastFresh = (all: readonly Opened[]): number | null =>
  all.reduce<number | null>(
    (least, { syncedAt }) => (least === null || syncedAt === null ? null : Math.min(least, syncedAt)),
    all.length === 0 ? null : Number.POSITIVE_INFINITY,
  );

function searchAll(ports: Ports, all: readonly Opened[], request: RequestOf<'index.search'>): IndexSearch {
  const { limit, origin, organizationId } = request;
  const query = parseQuery(request.query);
  const site = origin === null ? null : siteOf(origin);
  const searched = all.map((opened): Searched => {
    const context = { site, organizationId, uses: opened.uses, now: ports.now() };
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

/** Finds passwords in every index that this role may search. Nothing is asked of IT Glue. */
export const searchIndex: UseCase<'index.search'> = (ports, request, { role }) =>
  orStorageFailed(async () => {
    const state = await ports.session.unlocked();
    if (state === null || role === null) return fail({ code: 'locked' });
    const scopes = await scopesFor(ports, role);
    if (!scopes.ok) return scopes;
    const opened: Opened[] = [];
    for (const scope of scopes.value) {
      const one = await openScope(ports, state, scope);
      if (!one.ok) return one;
      opened.push(one.value);
    }
    return ok(searchAll(ports, opened, request));
  });
