import { fail } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { callOff } from '../index/flights.ts';
import { catalogPart } from '../index/index-ports.ts';
import { freshCatalog } from '../index/index-shapes.ts';
import { openIndexCatalog, sealPart } from '../index/sealed-index.ts';
import type { UseCase } from '../use-case.ts';
import { statesFor } from './index-state.ts';

/**
 * Says which organizations are never asked for. What was read of them is no longer found from now on; what a sync was
 * reading is begun anew without them.
 */
export const excludeOrganizations: UseCase<'index.exclude'> = (ports, { apiKeyId, organizationIds }, { role }) =>
  orStorageFailed(async () => {
    const key = await apiKeyRecord(ports, apiKeyId);
    if (!key.ok) return key;
    await callOff(ports.indexRecords, apiKeyId);
    const state = await ports.session.unlocked();
    if (state === null || role === null) return fail({ code: 'locked' });
    const known = (await openIndexCatalog(ports, state, apiKeyId)) ?? freshCatalog(key.value.region);
    const { active, building } = known;
    const catalog = {
      ...known,
      excluded: [...new Set(organizationIds)],
      building: null,
      // Due at once: an organization that is let in again was not read, one that is left out is still counted.
      active: active === null ? null : { ...active, fullSyncedAt: 0, complete: false },
    };
    const sealed = await sealPart(ports, state, apiKeyId, catalogPart, catalog);
    const remove = building === null ? [] : [building.organizationsPart, ...building.pages];
    await ports.indexRecords.write(apiKeyId, { put: [sealed], remove });
    return statesFor(ports, role);
  });
