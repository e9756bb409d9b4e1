import { fail, ok } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { scopesFor } from '../index/index-scope.ts';
import { openIndex } from '../index/open-index.ts';
import { type ScopedIndex, searchOpened } from '../index/search-opened.ts';
import type { UseCase } from '../use-case.ts';

/** Finds passwords in every index that this role may search. Nothing is asked of IT Glue. */
export const searchIndex: UseCase<'index.search'> = (ports, request, { role }) =>
  orStorageFailed(async () => {
    const state = await ports.session.unlocked();
    if (state === null || role === null) return fail({ code: 'locked' });
    const scopes = await scopesFor(ports, role);
    if (!scopes.ok) return scopes;
    const opened: ScopedIndex[] = [];
    for (const scope of scopes.value) {
      const one = await openIndex(ports, state, scope);
      if (!one.ok) return one;
      opened.push({ ...one.value, scope });
    }
    return ok(searchOpened(ports.now(), opened, request));
  });
