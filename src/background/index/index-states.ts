import type { ApiKeyId } from '../../domain/ids.ts';
import type { Coverage, IndexState } from '../../domain/index-state.ts';
import type { Region } from '../../domain/region.ts';
import { requestsSent } from '../../domain/request-budget.ts';
import type { Ports } from '../ports.ts';
import { boardOf } from './flights.ts';
import { freshCatalog, type IndexCatalog } from './index-shapes.ts';

export function coverageOf({ active, building }: IndexCatalog): Coverage {
  if (active !== null) return active.complete ? 'complete' : 'partial';
  return building === null || building.pages.length === 0 ? 'none' : 'partial';
}

const waitSecondsOf = (ports: Pick<Ports, 'budget'>, region: Region): number =>
  Math.ceil(ports.budget.wait(region, 'background') / 1000);

/** `counts`: whether this role may know how many there are. `catalog` null: nothing was read yet. */
export function indexStateOf(
  ports: Pick<Ports, 'budget' | 'indexRecords' | 'now'>,
  apiKeyId: ApiKeyId,
  region: Region,
  known: IndexCatalog | null,
  counts: boolean,
): IndexState {
  const catalog = known ?? freshCatalog(region);
  const { active, building } = catalog;
  const board = boardOf(ports.indexRecords);
  const flight = board.flying.get(apiKeyId);
  return {
    apiKeyId,
    coverage: coverageOf(catalog),
    passwords: counts ? (active?.passwords ?? 0) : null,
    organizations: counts ? (active?.organizations ?? building?.organizations ?? 0) : null,
    excluded: counts ? catalog.excluded : null,
    syncing: flight === undefined ? null : { pages: flight.pages, ofPages: flight.ofPages },
    syncedAt: active?.syncedAt ?? null,
    // 0: it is to be read anew, so when it was read last says nothing.
    fullSyncedAt: active?.fullSyncedAt || null,
    waitSeconds: waitSecondsOf(ports, region),
    requestsSent: requestsSent(ports.budget.now(region), ports.now()),
    failure: board.unwritten.get(apiKeyId) ?? catalog.failure,
  };
}
