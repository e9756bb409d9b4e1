import { fail, ok, type Result } from '../../domain/result.ts';
import type { IndexedOrganization, IndexedPassword } from '../../domain/search/indexed-password.ts';
import { packPasswords } from '../../domain/search/segment.ts';
import { groupsOf, isPartial, newest } from './full-sync.ts';
import type { PageQuestion, SourceAnswer } from './index-ports.ts';
import type { Generation } from './index-shapes.ts';
import { openOrganizations, openPasswords } from './sealed-index.ts';
import { askPage, type SyncRun, save, stillIn } from './sync-run.ts';

/** Mostly nothing is new: a small page says so. */
const size = 100;
/** Where more has changed than this many pages, reading everything costs no more. */
const mostPages = 10;
/** As many changes are kept beside the pages before everything is read anew. */
const mostChanges = 3000;
/** Changes that are written at the same time become visible one after the other. */
const overlapMs = 120_000;

/** `full-due`: what was read does not add up, or too much has changed. */
export type IncrementalEnd = 'done' | 'full-due';

interface News<Row> {
  readonly rows: readonly Row[];
  /** Of the whole list; null: not told. */
  readonly total: number | null;
}

/** What changed since, the newest first; null: more than can be read this way, or there are rows without a time. */
async function readNews<Row extends { readonly updatedAt: number | null }>(
  run: SyncRun,
  knownUntil: number,
  ask: (question: PageQuestion) => Promise<SourceAnswer<Row>>,
): Promise<Result<News<Row> | null>> {
  const rows: Row[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await askPage(run, { order: 'newest-first', page, size }, ask);
    if (!answer.ok) return answer;
    const { value } = answer;
    const fresh = value.rows.filter(({ updatedAt }) => updatedAt === null || updatedAt >= knownUntil - overlapMs);
    if (value.skipped > 0 || fresh.some(({ updatedAt }) => updatedAt === null)) return ok(null);
    rows.push(...fresh);
    if (fresh.length < value.rows.length || value.last) return ok({ rows, total: value.total });
  }
  return ok(null);
}

interface AllNews {
  readonly organizations: News<IndexedOrganization>;
  readonly passwords: News<IndexedPassword>;
}

async function readAllNews(
  run: SyncRun,
  active: Generation,
  known: readonly IndexedOrganization[],
): Promise<Result<AllNews | null>> {
  const { knownUntil, organizationsKnownUntil } = active;
  if (knownUntil === null || organizationsKnownUntil === null) return ok(null);
  const { indexSource } = run.ports;
  const organizations = await readNews<IndexedOrganization>(run, organizationsKnownUntil, (question) =>
    indexSource.organizations(run.access, question),
  );
  if (!organizations.ok || organizations.value === null) return organizations as Result<null>;
  const rows: IndexedPassword[] = [];
  let total: number | null = 0;
  for (const group of groupsOf(run, known)) {
    const news = await readNews<IndexedPassword>(run, knownUntil, (question) =>
      indexSource.passwords(run.access, question, group),
    );
    if (!news.ok || news.value === null) return news as Result<null>;
    rows.push(...news.value.rows);
    total = total === null || news.value.total === null ? null : total + news.value.total;
  }
  return ok({ organizations: organizations.value, passwords: { rows, total } });
}

const keyed = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** Only what differs is written again: the overlap brings the same rows each time. */
const differing = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  known: ReadonlyMap<string, Row>,
): readonly Row[] => rows.filter((row) => JSON.stringify(row) !== JSON.stringify(known.get(row.id)));

/** Every id that is known, or null where a part is not sound. */
async function knownPasswords(run: SyncRun, parts: readonly string[]): Promise<Result<readonly IndexedPassword[]>> {
  const inside = await stillIn(run);
  return inside.ok ? openPasswords(run.ports, inside.value, run.apiKeyId, parts) : inside;
}

interface Merged {
  readonly generation: Generation;
  readonly put: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
  readonly nextPart: number;
}

/** The generation with its news; new parts are written, the ones they replace go. */
async function mergedPasswords(run: SyncRun, active: Generation, news: News<IndexedPassword>): Promise<Result<Merged>> {
  const { nextPart } = run.catalog;
  const same: Merged = { generation: active, put: {}, remove: [], nextPart };
  if (news.rows.length === 0) return ok(same);
  const before = active.changes === null ? ok([]) : await knownPasswords(run, [active.changes]);
  if (!before.ok) return before;
  const pages = await knownPasswords(run, active.pages);
  if (!pages.ok) return pages;
  const known = new Map([...keyed(pages.value), ...keyed(before.value)]);
  const changed = differing(news.rows, known);
  if (changed.length === 0) return ok(same);
  const changes = [...keyed([...before.value, ...changed]).values()];
  const added = new Set(changed.filter(({ id }) => !known.has(id)).map(({ id }) => id)).size;
  const name = `${nextPart}-changes`;
  return ok({
    generation: { ...active, changes: name, changed: changes.length, passwords: active.passwords + added },
    put: { [name]: packPasswords(changes) },
    remove: active.changes === null ? [] : [active.changes],
    nextPart: nextPart + 1,
  });
}

function mergedOrganizations(
  { generation, put, remove, nextPart }: Merged,
  known: readonly IndexedOrganization[],
  news: readonly IndexedOrganization[],
): Merged {
  const changed = differing(news, keyed(known));
  if (changed.length === 0) return { generation, put, remove, nextPart };
  const rows = [...keyed([...known, ...changed]).values()];
  const name = `${nextPart}-organizations`;
  return {
    generation: { ...generation, organizationsPart: name, organizations: rows.length },
    put: { ...put, [name]: rows },
    remove: [...remove, generation.organizationsPart],
    nextPart: nextPart + 1,
  };
}

/** IT Glue's counts and ours differ when something was deleted, or slipped past. Excluded organizations may be gone or not. */
const addsUp = (generation: Generation, { passwords, organizations }: AllNews, partial: boolean): boolean =>
  (passwords.total === null || passwords.total === generation.passwords) &&
  (organizations.total === null || partial || organizations.total === generation.organizations);

async function merge(
  run: SyncRun,
  known: readonly IndexedOrganization[],
  news: AllNews,
): Promise<Result<IncrementalEnd>> {
  const { active, excluded } = run.catalog;
  if (active === null) return ok('full-due');
  const passwords = await mergedPasswords(run, active, news.passwords);
  if (!passwords.ok) return passwords;
  const seen = news.organizations.rows.filter(
    ({ id }) => !excluded.includes(id) && run.allowed?.includes(id) !== false,
  );
  const { generation, put, remove, nextPart } = mergedOrganizations(passwords.value, known, seen);
  // A new organization among excluded ones was in no group that was asked for.
  const grown = isPartial(run) && generation.organizations > active.organizations;
  const whole = !grown && addsUp(generation, news, isPartial(run));
  const next: Generation = {
    ...generation,
    complete: generation.complete && whole,
    syncedAt: run.ports.now(),
    knownUntil: newest(news.passwords.rows, active.knownUntil),
    organizationsKnownUntil: newest(news.organizations.rows, active.organizationsKnownUntil),
  };
  const saved = await save(run, { ...run.catalog, nextPart, active: next, failure: null }, put, remove);
  if (!saved.ok) return saved;
  return ok(whole && next.changed <= mostChanges ? 'done' : 'full-due');
}

/** Reads what changed since the last sync and stops at what is known: two requests when nothing did. */
export async function incrementalSync(run: SyncRun): Promise<Result<IncrementalEnd>> {
  const { active } = run.catalog;
  if (active === null) return ok('full-due');
  const inside = await stillIn(run);
  if (!inside.ok) return inside;
  const known = await openOrganizations(run.ports, inside.value, run.apiKeyId, active.organizationsPart);
  if (!known.ok) return known.failure.code === 'vault-damaged' ? ok('full-due') : fail(known.failure);
  const news = await readAllNews(run, active, known.value);
  if (!news.ok) return news;
  if (news.value === null) return ok('full-due');
  const merged = await merge(run, known.value, news.value);
  return !merged.ok && merged.failure.code === 'vault-damaged' ? ok('full-due') : merged;
}
