import type { IndexState } from '../../domain/index-state.ts';
import type { Role } from '../../domain/permission.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { scopesFor } from '../index/index-scope.ts';
import { indexStateOf } from '../index/index-states.ts';
import { openIndexCatalog } from '../index/sealed-index.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/** The state of every index that this role may search. How many records there are is the administrator's to know. */
export const statesFor = (ports: Ports, role: Role): Promise<Result<readonly IndexState[]>> =>
  orStorageFailed(async () => {
    const state = await ports.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const scopes = await scopesFor(ports, role);
    if (!scopes.ok) return scopes;
    return ok(
      await Promise.all(
        scopes.value.map(async ({ apiKeyId, region }) => {
          const catalog = await openIndexCatalog(ports, state, apiKeyId);
          return indexStateOf(ports, apiKeyId, region, catalog, role === 'administrator');
        }),
      ),
    );
  });

/** How fresh and how whole the indexes are, and what a sync is doing. */
export const indexState: UseCase<'index.state'> = async (ports, _request, { role }) =>
  role === null ? fail({ code: 'locked' }) : statesFor(ports, role);
