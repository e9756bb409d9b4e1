import type { ApiKeyId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/request-budget.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { accessBy, apiKeyRecord, noteSuccess } from '../api-key-access.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { ApiKeyRecord, UnlockedState } from '../ports.ts';
import { boardOf, inFlight } from './flights.ts';
import { fullSync } from './full-sync.ts';
import { incrementalSync } from './incremental-sync.ts';
import { freshCatalog, type IndexCatalog } from './index-shapes.ts';
import { openIndexCatalog } from './sealed-index.ts';
import { type Flight, type SyncPorts, type SyncRun, save, stillIn } from './sync-run.ts';

/** Deletions and moves show in no list of changes: after this time everything is read anew. */
export const fullEveryMs = 86_400_000;
/** Where counts do not add up, a sync that nobody waits for reads everything no oftener than this. */
const fullAgainMs = 3_600_000;

export interface SyncOrder {
  readonly asker: Asker;
  /** Everything from the first record to the last, also where it is not due. */
  readonly full: boolean;
}

/** The catalog to go on with: another region or nothing sound on the disk means that nothing is known. */
async function catalogFor(ports: SyncPorts, state: UnlockedState, key: ApiKeyRecord): Promise<Result<IndexCatalog>> {
  try {
    const known = await openIndexCatalog(ports, state, key.id);
    if (known?.region === key.region) return ok(known);
    await ports.indexRecords.drop(key.id);
    return ok(freshCatalog(key.region, known?.excluded));
  } catch {
    return fail({ code: 'storage-failed' });
  }
}

const isFullDue = ({ active, building }: IndexCatalog, key: ApiKeyRecord, now: number): boolean =>
  active === null ||
  building !== null ||
  now - active.fullSyncedAt > fullEveryMs ||
  now < active.fullSyncedAt - fullEveryMs ||
  (key.replacedAt ?? 0) > active.fullSyncedAt;

async function bringUpToDate(run: SyncRun, key: ApiKeyRecord, { full, asker }: SyncOrder): Promise<Result<void>> {
  const now = run.ports.now();
  if (full || isFullDue(run.catalog, key, now)) return fullSync(run);
  const news = await incrementalSync(run);
  if (!news.ok) return news;
  if (news.value === 'done') return ok(undefined);
  const { active } = run.catalog;
  const soon = active !== null && now - active.fullSyncedAt < fullAgainMs && asker === 'background';
  return soon ? ok(undefined) : fullSync(run);
}

/** Says why a sync ended early, on the disk where it takes it and in memory in any case. */
async function noteEnd(run: SyncRun, end: Result<void>): Promise<void> {
  const { unwritten } = boardOf(run.ports.indexRecords);
  unwritten.delete(run.apiKeyId);
  if (end.ok || end.failure.code === 'locked' || end.failure.code === 'interrupted') return;
  const saved = await save(run, { ...run.catalog, failure: end.failure });
  if (!saved.ok) unwritten.set(run.apiKeyId, end.failure);
}

async function fly(ports: SyncPorts, apiKeyId: ApiKeyId, order: SyncOrder, flight: Flight): Promise<Result<void>> {
  const state = (await ports.door.role()) === null ? null : await ports.session.unlocked();
  if (state === null) return fail({ code: 'locked' });
  const key = await apiKeyRecord(ports, apiKeyId);
  if (!key.ok) return key;
  const catalog = await catalogFor(ports, state, key.value);
  if (!catalog.ok) {
    boardOf(ports.indexRecords).unwritten.set(apiKeyId, catalog.failure);
    return catalog;
  }
  if (catalog.value.budget !== null) ports.budget.restore(catalog.value.region, catalog.value.budget);
  const access = accessBy(ports, key.value);
  const allowed = (await ports.policy.read()).policy.allowedOrganizations;
  const { asker } = order;
  const run: SyncRun = { ports, apiKeyId, access, asker, kid: state.kid, flight, allowed, catalog: catalog.value };
  const end = await orStorageFailed(() => bringUpToDate(run, key.value, order));
  await noteEnd(run, end);
  if (end.ok && (await stillIn(run)).ok) await noteSuccess(ports, apiKeyId);
  return end;
}

/** Brings the index of one key up to date. What was known before stays until what is newer is whole. */
export const syncIndex = (ports: SyncPorts, apiKeyId: ApiKeyId, order: SyncOrder): Promise<Result<void>> =>
  inFlight(ports.indexRecords, apiKeyId, (flight) => fly(ports, apiKeyId, order, flight));
