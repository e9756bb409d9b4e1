import type { ApiKeyId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { forgetLists } from '../cached-list.ts';
import { forgetIndex } from '../index/forget-index.ts';
import { inKeyTurn } from '../key-turn.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/**
 * Names of the entries that would have no key any more. Deleted ones do not count, or a key could never go while they can
 * be restored: restored without it, they say so and take another.
 */
async function entriesWith(ports: Ports, apiKeyId: ApiKeyId): Promise<Result<readonly string[]>> {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const live = listed.value.contents.filter((entry) => entry.deletedAt === null);
  const using = live.filter((entry) => entry.kind === 'credential' && entry.apiKeyId === apiKeyId);
  return ok(using.map((entry) => entry.name).sort((a, b) => a.localeCompare(b)));
}

/** Deletes an API key that no entry uses. It stays valid at IT Glue until it is revoked there. */
export const deleteApiKey: UseCase<'apiKey.delete'> = (ports, { apiKeyId }) =>
  inKeyTurn(ports.store, async () => {
    const record = await apiKeyRecord(ports, apiKeyId);
    if (!record.ok) return record;
    const entries = await entriesWith(ports, apiKeyId);
    if (!entries.ok) return entries;
    if (entries.value.length > 0) return fail({ code: 'api-key-in-use', entries: entries.value });
    const removed = await ports.store.remove('api-key', apiKeyId);
    if (!removed.ok) return removed;
    await ports.store.remove('key-health', apiKeyId);
    await ports.store.remove('primary-domains', apiKeyId);
    forgetLists(ports.lists);
    await forgetIndex(ports, apiKeyId);
    return ok({});
  });
