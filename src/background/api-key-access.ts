import type { ApiKeyId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { noteRefusal } from './key-health.ts';
import { inKeyTurn } from './key-turn.ts';
import type { ApiKeyRecord, ItGlueAccess, Ports } from './ports.ts';

const hourMs = 3_600_000;

/** A saved API key, as it lies sealed; `api-key-not-found` where there is none. */
export async function apiKeyRecord(ports: Pick<Ports, 'store'>, id: ApiKeyId): Promise<Result<ApiKeyRecord>> {
  const found = await ports.store.get('api-key', id);
  if (!found.ok) return found;
  return found.value === null ? fail({ code: 'api-key-not-found' }) : ok(found.value);
}

/** What to ask IT Glue with: how it refuses the key is written down. */
export const accessBy = (ports: Pick<Ports, 'store' | 'now'>, { id, region, key }: ApiKeyRecord): ItGlueAccess => ({
  region,
  key,
  refused: (status) => void noteRefusal(ports, id, status),
});

/** The same by the id of a saved key. */
export async function accessOf(ports: Pick<Ports, 'store' | 'now'>, id: ApiKeyId): Promise<Result<ItGlueAccess>> {
  const record = await apiKeyRecord(ports, id);
  return record.ok ? ok(accessBy(ports, record.value)) : record;
}

/**
 * Notes that IT Glue took the key, since it revokes keys that lie unused; written at most once an hour. Only a note: what
 * succeeded stays so if it cannot be written.
 */
export async function noteSuccess(ports: Pick<Ports, 'store' | 'now'>, id: ApiKeyId): Promise<void> {
  await inKeyTurn(ports.store, async () => {
    const record = await apiKeyRecord(ports, id);
    if (!record.ok) return;
    const { lastSuccessAt } = record.value;
    if (lastSuccessAt !== null && ports.now() - lastSuccessAt < hourMs) return;
    await ports.store.put('api-key', id, { ...record.value, lastSuccessAt: ports.now() });
  });
}
