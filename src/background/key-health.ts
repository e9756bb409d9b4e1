import type { ApiKeyId } from '../domain/ids.ts';
import { type KeyDay, type KeyRefusal, recentDays, withRefusal } from '../domain/key-health.ts';
import type { Ports } from './ports.ts';
import { storeTurns } from './store-turns.ts';

type Outside = Pick<Ports, 'store' | 'now'>;

const inTurn = storeTurns();

async function daysOf({ store }: Outside, id: ApiKeyId): Promise<readonly KeyDay[]> {
  const found = await store.get('key-health', id);
  return found.ok ? (found.value?.days ?? []) : [];
}

/** How IT Glue refused a key lately. A record that does not open counts as empty: it is only told. */
export const healthOf = async (outside: Outside, id: ApiKeyId): Promise<readonly KeyDay[]> =>
  recentDays(await daysOf(outside, id), outside.now());

/** Notes that IT Glue refused a key. Only a note: a disk that takes none costs nothing but that. */
export async function noteRefusal(outside: Outside, id: ApiKeyId, status: KeyRefusal): Promise<void> {
  await inTurn(outside.store, async () => {
    const days = withRefusal(await daysOf(outside, id), status, outside.now());
    await outside.store.put('key-health', id, { days });
  });
}
