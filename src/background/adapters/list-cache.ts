import type { Fetched } from '../../messaging/contract.ts';
import type { ListCache } from '../ports.ts';

/** Lists in this worker's memory: gone with the worker, and on lock. */
export function createListCache(): ListCache {
  const lists = new Map<string, Fetched<unknown>>();
  return {
    // Whoever set a list under this key set rows of this type: keys name the kind of list.
    get: <Row>(key: string) => (lists.get(key) as Fetched<Row> | undefined) ?? null,
    set: (key, list) => void lists.set(key, list),
    clear: () => lists.clear(),
  };
}
