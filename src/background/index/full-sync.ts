import type { OrganizationId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { IndexedOrganization, IndexedPassword } from '../../domain/search/indexed-password.ts';
import { packPasswords } from '../../domain/search/segment.ts';
import type { SourceAnswer, SourcePage } from './index-ports.ts';
import type { Building, Generation, IndexCatalog } from './index-shapes.ts';
import { pageAfter, sizeAt, slowedDown, spedUp } from './page-sizes.ts';
import { openOrganizations, openPasswords } from './sealed-index.ts';
import { askPage, type SyncRun, save, stillIn } from './sync-run.ts';

/** A list that never ends must end here. */
const mostRequests = 2500;
/** What was read so long ago is begun anew. */
const staleMs = 6 * 3_600_000;
/** So many organizations are named in one request, so that no address grows too long. */
const groupSize = 100;
/** Records are deleted while pages are read: then a page is read again, so often at most. */
const mostStepsBack = 10;
/** How far IT Glue's clock and ours may be apart. */
const clockSkewMs = 3_600_000;

type Step<Row> = Exclude<SourceAnswer<Row>, { ok: false }>['value'];

/** A page at the size that works; null: it was too much, and the catalog knows the next smaller size. */
async function readStep<Row>(
  run: SyncRun,
  page: number,
  ask: (question: Parameters<Parameters<typeof askPage<Row>>[2]>[0]) => Promise<SourceAnswer<Row>>,
): Promise<Result<Step<Row> | null>> {
  const answer = await askPage(run, { order: 'by-id', page, size: sizeAt(run.catalog.step) }, ask);
  if (answer.ok) return ok(answer.value);
  const slower = answer.tooMuch ? slowedDown(run.catalog, run.ports.now()) : null;
  if (slower === null) {
    if (answer.tooMuch) run.catalog = { ...run.catalog, step: 0, slowSince: null };
    return fail(answer.failure);
  }
  run.catalog = slower;
  return ok(null);
}

interface ReadOrganizations {
  readonly rows: readonly IndexedOrganization[];
  readonly complete: boolean;
}

/** They come first and all at once: a thousand are one page. */
async function readOrganizations(run: SyncRun): Promise<Result<ReadOrganizations>> {
  const rows = new Map<string, IndexedOrganization>();
  let most = 0;
  for (let page = 1, asked = 0; asked < mostRequests; asked += 1) {
    const { step } = run.catalog;
    const read = await readStep(run, page, (question) => run.ports.indexSource.organizations(run.access, question));
    if (!read.ok) return read;
    if (read.value === null) {
      page = pageAfter(page, step, run.catalog.step);
      continue;
    }
    for (const row of read.value.rows) rows.set(row.id, row);
    most = Math.max(most, read.value.total ?? 0);
    if (read.value.last) break;
    page += 1;
  }
  const excluded = new Set(run.catalog.excluded);
  const kept = [...rows.values()].filter(({ id }) => !excluded.has(id) && run.allowed?.includes(id) !== false);
  return ok({ rows: kept, complete: rows.size >= most });
}

async function begin(run: SyncRun): Promise<Result<void>> {
  const stale = run.catalog.building;
  run.catalog = { ...spedUp(run.catalog, run.ports.now()), building: null };
  const startedAt = run.ports.now();
  const organizations = await readOrganizations(run);
  if (!organizations.ok) return organizations;
  const name = `${run.catalog.nextPart}-organizations`;
  const building: Building = {
    startedAt,
    organizationsPart: name,
    organizations: organizations.value.rows.length,
    organizationsComplete: organizations.value.complete,
    pages: [],
    group: 0,
    page: 1,
    total: null,
    countedBefore: 0,
    skipped: 0,
    newest: null,
    wentBack: 0,
  };
  const left = stale === null ? [] : [stale.organizationsPart, ...stale.pages];
  const catalog = { ...run.catalog, nextPart: run.catalog.nextPart + 1, building };
  return save(run, catalog, { [name]: organizations.value.rows }, left);
}

/** Whether some organizations are not to be asked for. */
export const isPartial = ({ allowed, catalog }: SyncRun): boolean => allowed !== null || catalog.excluded.length > 0;

/** Which organizations to ask for; null: all, in one go. What the policy does not allow is named in no request. */
export function groupsOf(
  run: SyncRun,
  organizations: readonly IndexedOrganization[],
): readonly (readonly OrganizationId[] | null)[] {
  if (!isPartial(run)) return [null];
  const ids = organizations.map(({ id }) => id).filter((id) => run.allowed?.includes(id) !== false);
  const count = Math.ceil(ids.length / groupSize);
  return Array.from({ length: count }, (_, group) => ids.slice(group * groupSize, (group + 1) * groupSize));
}

/** The latest change among rows, or the one known before where that is later. */
export const newest = (
  rows: readonly { readonly updatedAt: number | null }[],
  before: number | null = null,
): number | null =>
  rows.reduce<number | null>(
    (most, { updatedAt }) => (updatedAt === null ? most : Math.max(most ?? updatedAt, updatedAt)),
    before,
  );

/** Records before the next page may have been deleted: what moved up onto the last page would be missed. */
const nextPosition = (building: Building, page: SourcePage<IndexedPassword>) => {
  const shrank = building.total !== null && page.total !== null && page.total < building.total;
  const back = shrank && building.page > 1 && building.wentBack < mostStepsBack;
  return {
    page: back ? building.page - 1 : building.page + 1,
    wentBack: building.wentBack + (back ? 1 : 0),
    total: page.total ?? building.total,
    skipped: building.skipped + page.skipped,
    newest: newest(page.rows, building.newest),
  };
};

const withPage = (catalog: IndexCatalog, building: Building, name: string, group: Partial<Building>): IndexCatalog => ({
  ...catalog,
  nextPart: catalog.nextPart + 1,
  building: { ...building, ...group, pages: [...building.pages, name] },
});

/** Reads one group to its end; each page is on the disk before the next is asked for. */
async function readGroup(run: SyncRun, of: readonly OrganizationId[] | null, seen: Set<string>): Promise<Result<void>> {
  for (let asked = 0; asked < mostRequests; asked += 1) {
    const { building, step } = run.catalog;
    if (building === null) return fail({ code: 'interrupted' });
    const read = await readStep<IndexedPassword>(run, building.page, (question) =>
      run.ports.indexSource.passwords(run.access, question, of),
    );
    if (run.catalog.step !== step) {
      const page = pageAfter(building.page, step, run.catalog.step);
      run.catalog = { ...run.catalog, building: { ...building, page } };
    }
    if (!read.ok) return read;
    if (read.value === null) continue;
    for (const { id } of read.value.rows) seen.add(id);
    const after = nextPosition(building, read.value);
    const last = read.value.last && after.page === building.page + 1;
    const counted = building.countedBefore + (after.total ?? 0);
    const next = last ? { ...after, group: building.group + 1, page: 1, total: null, countedBefore: counted } : after;
    const name = `${run.catalog.nextPart}-page`;
    const saved = await save(run, withPage(run.catalog, building, name, next), {
      [name]: packPasswords(read.value.rows),
    });
    if (!saved.ok) return saved;
    run.flight.pages += 1;
    run.flight.ofPages = after.total === null ? null : Math.ceil(counted / sizeAt(run.catalog.step));
    if (last) return ok(undefined);
  }
  return fail({ code: 'bad-response' });
}

const atMost = (time: number | null, limit: number): number | null => (time === null ? null : Math.min(time, limit));

/** The new generation takes the place of the old one, in one write. */
async function finish(
  run: SyncRun,
  organizations: readonly IndexedOrganization[],
  seen: number,
): Promise<Result<void>> {
  const { building, active } = run.catalog;
  if (building === null) return fail({ code: 'interrupted' });
  const reliableUntil = building.startedAt - clockSkewMs;
  const now = run.ports.now();
  const generation: Generation = {
    pages: building.pages,
    changes: null,
    organizationsPart: building.organizationsPart,
    passwords: seen,
    organizations: building.organizations,
    changed: 0,
    complete: building.skipped === 0 && building.organizationsComplete && seen >= building.countedBefore,
    knownUntil: atMost(building.newest, reliableUntil),
    organizationsKnownUntil: atMost(newest(organizations), reliableUntil),
    fullSyncedAt: now,
    syncedAt: now,
  };
  const old = active === null ? [] : [active.organizationsPart, ...active.pages, active.changes ?? []].flat();
  return save(run, { ...run.catalog, active: generation, building: null, failure: null }, {}, old);
}

/** What an earlier worker had read when it ended; null: begin anew. */
async function soFar(
  run: SyncRun,
): Promise<{ readonly organizations: readonly IndexedOrganization[]; readonly seen: Set<string> } | null> {
  const { building } = run.catalog;
  if (building === null || run.ports.now() - building.startedAt > staleMs) return null;
  const inside = await stillIn(run);
  if (!inside.ok) return null;
  const organizations = await openOrganizations(run.ports, inside.value, run.apiKeyId, building.organizationsPart);
  const passwords = await openPasswords(run.ports, inside.value, run.apiKeyId, building.pages);
  if (!organizations.ok || !passwords.ok) return null;
  return { organizations: organizations.value, seen: new Set(passwords.value.map(({ id }) => id)) };
}

/**
 * Reads everything from the first record to the last, or goes on where an earlier worker ended. Until it is done, what
 * was known before stays what a search sees.
 */
export async function fullSync(run: SyncRun): Promise<Result<void>> {
  let before = await soFar(run);
  if (before === null) {
    const begun = await begin(run);
    if (!begun.ok) return begun;
    before = await soFar(run);
    if (before === null) return fail({ code: 'storage-failed' });
  }
  const { organizations, seen } = before;
  run.flight.pages = run.catalog.building?.pages.length ?? 0;
  const groups = groupsOf(run, organizations);
  for (let group = run.catalog.building?.group ?? 0; group < groups.length; group += 1) {
    const read = await readGroup(run, groups[group] ?? null, seen);
    if (!read.ok) return read;
  }
  return finish(run, organizations, seen.size);
}
