import { ok, type Result } from '../domain/result.ts';
import { followPlaces } from './follow-places.ts';
import type { Ports, StoredChange } from './ports.ts';

/** Makes changes to where entries and folders are, or to whether they are there: all or none. What inherits follows. */
export async function changePlaces(
  ports: Pick<Ports, 'store'>,
  changes: readonly StoredChange[],
): Promise<Result<Record<never, never>>> {
  const changed = await ports.store.change(changes);
  if (!changed.ok) return changed;
  await followPlaces(ports);
  return ok({});
}
