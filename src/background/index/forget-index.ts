import type { ApiKeyId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { callOff } from './flights.ts';

/** The index of a key that is gone goes with it. A disk that refuses leaves sealed bytes which no key names any more. */
export async function forgetIndex(
  ports: Pick<Ports, 'indexRecords' | 'loadedIndexes'>,
  apiKeyId: ApiKeyId,
): Promise<void> {
  await callOff(ports.indexRecords, apiKeyId);
  ports.loadedIndexes.clear();
  await ports.indexRecords.drop(apiKeyId).catch(() => undefined);
}
