import { fail } from '../../domain/result.ts';
import { scopesFor } from '../index/index-scope.ts';
import { scheduleSync } from '../index/sync-due.ts';
import { syncIndex } from '../index/sync-index.ts';
import type { UseCase } from '../use-case.ts';
import { statesFor } from './index-state.ts';

/** Starts to read what is new and answers at once; how it ends is in the state. */
export const syncIndexes: UseCase<'index.sync'> = async (ports, { apiKeyId, full }, { role }) => {
  if (role === null) return fail({ code: 'locked' });
  const scopes = await scopesFor(ports, role);
  if (!scopes.ok) return scopes;
  const meant = scopes.value.filter((scope) => apiKeyId === null || scope.apiKeyId === apiKeyId);
  if (meant.length === 0 && apiKeyId !== null) return fail({ code: 'api-key-not-found' });
  // Reading everything is for those who answer for the key's budget; a technician's wish for it reads what is new.
  const order = { asker: 'person', full: full && role === 'administrator' } as const;
  for (const scope of meant) void syncIndex(ports, scope.apiKeyId, order);
  if (meant.length > 0) await scheduleSync(ports, 'resume');
  return statesFor(ports, role);
};
