import type { OrganizationId } from '../ids.ts';
import { siteGrades, usableGrades } from './grades.ts';
import type { SearchIndex } from './search-index.ts';
import type { Site } from './site.ts';
import { type PasswordUse, useGrade } from './use-log.ts';

/** For whom a list is ranked. */
export interface RankingContext {
  readonly site: Site | null;
  /** The organization this window works for; null: none is set. */
  readonly organizationId: OrganizationId | null;
  readonly uses: readonly PasswordUse[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What one index brings to the ranking of its records in one context: grades by position. */
interface Grades {
  readonly usable: (position: number) => number;
  readonly site: ((position: number) => number) | null;
  readonly organization: (position: number) => number;
  readonly uses: ReadonlyMap<number, readonly PasswordUse[]>;
  readonly here: (use: PasswordUse) => boolean;
  readonly now: number;
}

interface Criterion {
  /** The greatest grade; grades above it count as it. */
  readonly most: number;
  readonly grade: (grades: Grades, position: number, fit: number) => number;
}

const bestUse = (uses: readonly PasswordUse[] | undefined, now: number): number =>
  uses?.reduce((best, use) => Math.max(best, useGrade(use, now)), 0) ?? 0;

const mostFit = 63;

/** What comes first, in this order: one criterion decides only between those that are equal before it. Names come last. */
const criteria: readonly Criterion[] = [
  { most: 2, grade: ({ usable }, position) => usable(position) },
  { most: 3, grade: ({ site }, position) => site?.(position) ?? 0 },
  { most: 1, grade: ({ organization }, position) => organization(position) },
  { most: 7, grade: ({ uses, here, now }, position) => bestUse(uses.get(position)?.filter(here), now) },
  { most: 7, grade: ({ uses, now }, position) => bestUse(uses.get(position), now) },
  { most: mostFit, grade: (_grades, _position, fit) => fit },
];

/** Why a record stands where it does: for a person to read. */
export type Reason =
  | { readonly because: 'same-address' | 'same-host' | 'same-domain' | 'organization' | 'similar-words' }
  | { readonly because: 'used-here' | 'used'; readonly at: number; readonly times: number }
  | { readonly because: 'not-for-websites' | 'archived' };

const siteReasons = [[], ['same-domain'], ['same-host'], ['same-address']] as const;

function usesByPosition(index: SearchIndex, uses: readonly PasswordUse[]): Grades['uses'] {
  const byPosition = new Map<number, PasswordUse[]>();
  for (const use of uses) {
    const position = index.positionOf(use.passwordId);
    if (position >= 0) byPosition.set(position, [...(byPosition.get(position) ?? []), use]);
  }
  return byPosition;
}

function gradesOf(index: SearchIndex, { site, organizationId, uses, now }: RankingContext): Grades {
  const own = index.organizations.findIndex(({ summary }) => summary.id === organizationId);
  return {
    usable: usableGrades(index),
    site: site === null ? null : siteGrades(index, site),
    organization: (position) => Number(index.organizationOf[position] === own),
    uses: usesByPosition(index, uses),
    here: (use) => use.origin !== null && use.origin === site?.origin,
    now,
  };
}

/** The reasons, the weightiest first. `loose`: it was found by what the words may have been meant as. */
function reasons(grades: Grades, position: number, loose: boolean): readonly Reason[] {
  const used = grades.uses.get(position) ?? [];
  const here = used.find(grades.here);
  const use = here ?? used[0];
  const why: Reason[] = (siteReasons[grades.site?.(position) ?? 0] ?? []).map((because) => ({ because }));
  if (grades.organization(position) === 1) why.push({ because: 'organization' });
  if (use !== undefined) why.push({ because: here === undefined ? 'used' : 'used-here', at: use.at, times: use.times });
  if (loose) why.push({ because: 'similar-words' });
  const usable = grades.usable(position);
  if (usable < 2) why.push({ because: usable === 0 ? 'archived' : 'not-for-websites' });
  return why;
}

export interface Ranking {
  /** One number that orders by all criteria at once: the greater, the further up. `fit` by `queryMatch`. */
  readonly rank: (position: number, fit: number) => number;
  readonly reasons: (position: number, loose: boolean) => readonly Reason[];
}

const rankBy = (grades: Grades, position: number, fit: number): number =>
  criteria.reduce((sum, { most, grade }) => sum * (most + 1) + Math.min(grade(grades, position, fit), most), 0);

/** One number for the grades of a record that was never used. */
const keyOf = (usable: number, site: number, organization: number): number =>
  (usable << 3) | (site << 1) | organization;

/**
 * Ranks of records that were never used. One letter finds most of a hundred thousand, and nearly all of them are that:
 * then few ranks are possible, and each is worked out once.
 */
function rankUnused(grades: Grades): (position: number, fit: number) => number {
  const { usable, site, organization } = grades;
  const known: number[] = [];
  return (position, fit) => {
    const key = keyOf(usable(position), site?.(position) ?? 0, organization(position));
    const rank = known[key] ?? rankBy(grades, position, 0);
    known[key] = rank;
    return rank + Math.min(fit, mostFit);
  };
}

/** The ranking of one index in one context. Ranks of several indexes in the same context compare. */
export function rankingOf(index: SearchIndex, context: RankingContext): Ranking {
  const grades = gradesOf(index, context);
  const unused = rankUnused(grades);
  return {
    rank: (position, fit) => (grades.uses.has(position) ? rankBy(grades, position, fit) : unused(position, fit)),
    reasons: (position, loose) => reasons(grades, position, loose),
  };
}
