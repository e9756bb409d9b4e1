import type { Failure } from '../../domain/failure.ts';
import type { ApiKeyId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { IndexRecords } from './index-ports.ts';
import type { Flight } from './sync-run.ts';

interface Flying extends Flight {
  readonly end: Promise<Result<void>>;
}

interface Board {
  readonly flying: Map<ApiKeyId, Flying>;
  /** Why a sync of this worker ended early, where that could not be written down. */
  readonly unwritten: Map<ApiKeyId, Failure>;
}

const boards = new WeakMap<IndexRecords, Board>();

export function boardOf(records: IndexRecords): Board {
  const board = boards.get(records) ?? { flying: new Map(), unwritten: new Map() };
  boards.set(records, board);
  return board;
}

/** One flight a key: whoever asks while it is under way waits for the same end. */
export function inFlight(
  records: IndexRecords,
  apiKeyId: ApiKeyId,
  fly: (flight: Flight) => Promise<Result<void>>,
): Promise<Result<void>> {
  const { flying } = boardOf(records);
  const underWay = flying.get(apiKeyId);
  if (underWay !== undefined && !underWay.cancelled) return underWay.end;
  const flight: Flight = { cancelled: false, pages: 0, ofPages: null };
  const before = underWay?.end.then(
    () => undefined,
    () => undefined,
  );
  const end = (async () => {
    await before;
    return fly(flight);
  })();
  const own = Object.assign(flight, { end });
  flying.set(apiKeyId, own);
  const land = () => flying.get(apiKeyId) === own && flying.delete(apiKeyId);
  end.then(land, land);
  return end;
}

/** Calls off what is under way for a key: nothing more of it is written. Resolves when it has ended. */
export async function callOff(records: IndexRecords, apiKeyId: ApiKeyId): Promise<void> {
  const flight = boardOf(records).flying.get(apiKeyId);
  if (flight === undefined) return;
  flight.cancelled = true;
  await flight.end.catch(() => undefined);
}
