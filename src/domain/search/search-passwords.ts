import type { OrganizationSummary } from '../credential.ts';
import type { OrganizationId } from '../ids.ts';
import type { IndexedPassword } from './indexed-password.ts';
import { candidatesFor, keepAnswered } from './narrowed.ts';
import { queryMatch } from './query-match.ts';
import { type RankingContext, type Reason, rankingOf } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';
import { type TopList, topList } from './top-list.ts';

export interface SearchHit {
  readonly password: IndexedPassword;
  /** null: it is in none, or the name is not known. */
  readonly folderName: string | null;
  readonly organization: OrganizationSummary;
  /** The weightiest first. */
  readonly why: readonly Reason[];
  /** Comparable between indexes that were searched in the same context. */
  readonly rank: number;
}

export interface SearchResult {
  /** The best first, as many as were asked for. */
  readonly hits: readonly SearchHit[];
  /** How many there are in all. */
  readonly total: number;
  /** Nothing holds the words as typed; these hold what they may have been meant as. */
  readonly loose: boolean;
}

export interface SearchRequest {
  readonly query: SearchQuery;
  readonly context: RankingContext;
  readonly limit: number;
  /** Organizations whose records may be seen; null: all. */
  readonly allowed: ReadonlySet<OrganizationId> | null;
}

interface Found {
  readonly position: number;
  readonly rank: number;
}

const bestFirst =
  (texts: readonly string[]) =>
  (a: Found, b: Found): number => {
    if (a.rank !== b.rank) return b.rank - a.rank;
    const [left, right] = [texts[a.position] ?? '', texts[b.position] ?? ''];
    return left < right ? -1 : left > right ? 1 : a.position - b.position;
  };

/** The rank that is needed to come among the best. */
const worst = ({ items }: TopList<Found>, limit: number): number =>
  items.length < limit ? 0 : (items[limit - 1]?.rank ?? 0);

function scan(index: SearchIndex, { query, context, limit, allowed }: SearchRequest, loose: boolean): SearchResult {
  const { size, texts, organizationOf, organizations } = index;
  const match = queryMatch(index, query, loose);
  const ranking = rankingOf(index, context);
  const visible = Uint8Array.from(organizations, ({ summary }) => Number(allowed?.has(summary.id) ?? true));
  const top = topList<Found>(limit, bestFirst(texts));
  const taken = loose ? 'loose' : 'typed';
  const candidates = candidatesFor(index, taken, query, visible);
  const count = candidates?.length ?? size;
  const found = new Uint32Array(count);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const position = candidates?.[at] ?? at;
    const fit = visible[organizationOf[position] ?? 0] === 1 ? match(position) : 0;
    if (fit === 0) continue;
    found[total] = position;
    total += 1;
    const rank = ranking.rank(position, fit);
    if (rank >= worst(top, limit)) top.add({ position, rank });
  }
  keepAnswered(index, taken, { query, visible, positions: found.slice(0, total) });
  const hits = top.items.flatMap(({ position, rank }): SearchHit[] => {
    const organization = organizations[organizationOf[position] ?? 0]?.summary;
    if (organization === undefined) return [];
    return [
      {
        password: index.passwordAt(position),
        folderName: index.folderNameAt(position),
        organization,
        why: ranking.reasons(position, loose),
        rank,
      },
    ];
  });
  return { hits, total, loose };
}

/** The records that answer a query, best first. Where none holds the words as typed, one slip a word is forgiven. */
export function searchPasswords(index: SearchIndex, request: SearchRequest): SearchResult {
  const strict = scan(index, request, false);
  return strict.total > 0 || request.query.words.length === 0 ? strict : scan(index, request, true);
}
