import type { Entry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';

/** Entries by their ids, each once and in that order; `entry-not-found` where any of them is not there, or is not of that state. */
export async function namedEntries(
  { store }: Pick<Ports, 'store'>,
  ids: readonly EntryId[],
  state: 'live' | 'deleted',
): Promise<Result<readonly Entry[]>> {
  const listed = await store.list('entry');
  if (!listed.ok) return listed;
  const there = new Map(
    listed.value.contents
      .filter(({ deletedAt }) => (deletedAt === null) === (state === 'live'))
      .map((entry) => [entry.id, entry]),
  );
  const named = [...new Set(ids)].flatMap((id) => there.get(id) ?? []);
  return named.length === new Set(ids).size ? ok(named) : fail({ code: 'entry-not-found' });
}
