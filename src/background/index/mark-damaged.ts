import type { ApiKeyId } from '../../domain/ids.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import { boardOf } from './flights.ts';
import { catalogPart } from './index-ports.ts';
import type { IndexCatalog } from './index-shapes.ts';
import { sealPart } from './sealed-index.ts';

/**
 * Notes that a part does not open, so that the next sync reads everything anew: one that looks for changes alone would
 * never come by it. A sync that is under way knows better than this look at the disk.
 */
export async function markDamaged(
  ports: Pick<Ports, 'cipher' | 'indexRecords'>,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  catalog: IndexCatalog,
): Promise<void> {
  const { active } = catalog;
  if (active === null || active.fullSyncedAt === 0 || boardOf(ports.indexRecords).flying.has(apiKeyId)) return;
  const marked: IndexCatalog = { ...catalog, active: { ...active, complete: false, fullSyncedAt: 0 } };
  const part = await sealPart(ports, state, apiKeyId, catalogPart, marked);
  await ports.indexRecords.write(apiKeyId, { put: [part], remove: [] });
}
