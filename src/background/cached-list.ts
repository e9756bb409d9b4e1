import { fail, type Result } from '../domain/result.ts';
import type { Fetched } from '../messaging/contract.ts';
import type { ListCache, Ports } from './ports.ts';

/** How long a list from IT Glue is shown without asking again. */
export const listLifetimeMs = 300_000;

type Flights = Map<string, Promise<Result<Fetched<unknown>>>>;

const flightsOf = new WeakMap<ListCache, Flights>();

function flights(lists: ListCache): Flights {
  const known = flightsOf.get(lists) ?? new Map();
  flightsOf.set(lists, known);
  return known;
}

/** Asks IT Glue and keeps the answer, unless the vault was locked or the lists were forgotten meanwhile. */
async function fly<Row>(
  ports: Pick<Ports, 'lists' | 'door'>,
  question: string,
  isCurrent: () => boolean,
  read: () => Promise<Result<Fetched<Row>>>,
): Promise<Result<Fetched<Row>>> {
  const answer = await read();
  if ((await ports.door.role()) === null) return fail({ code: 'locked' });
  if (answer.ok && isCurrent()) ports.lists.set(question, answer.value);
  return answer;
}

/**
 * A list by its question: from memory while it is fresh and no refresh is asked for, otherwise from IT Glue. The same
 * question asked twice at once is asked of IT Glue once; that it is the same `Row` is the question's business.
 */
export async function cachedList<Row>(
  ports: Pick<Ports, 'lists' | 'door' | 'now'>,
  question: string,
  refresh: boolean,
  read: () => Promise<Result<Fetched<Row>>>,
): Promise<Result<Fetched<Row>>> {
  const kept = refresh ? null : ports.lists.get<Row>(question);
  if (kept !== null && ports.now() - kept.fetchedAt < listLifetimeMs) return { ok: true, value: kept };
  const flying = flights(ports.lists);
  const underWay = flying.get(question) as Promise<Result<Fetched<Row>>> | undefined;
  if (underWay !== undefined) return underWay;
  const flight: Promise<Result<Fetched<Row>>> = fly(ports, question, () => flying.get(question) === flight, read);
  flying.set(question, flight);
  try {
    return await flight;
  } finally {
    if (flying.get(question) === flight) flying.delete(question);
  }
}

/** Forgets every list, those that are still being read too: a key was replaced or deleted. */
export function forgetLists(lists: ListCache): void {
  flights(lists).clear();
  lists.clear();
}
