import type { IndexedPassword } from '../../src/domain/search/indexed-password.ts';
import { createSearchIndex, type SearchIndex } from '../../src/domain/search/search-index.ts';
import { searchPasswords } from '../../src/domain/search/search-passwords.ts';
import { parseQuery } from '../../src/domain/search/search-query.ts';
import { siteOf } from '../../src/domain/search/site.ts';
import { type PickTask, pickTasks } from './pick-tasks.ts';
import { type ScaleRecords, scaleRecords } from './scale-records.ts';
import { median, percentile } from './statistics.ts';

export interface PickKeystrokes {
  readonly median: number;
  readonly p90: number;
  readonly most: number;
  /** Of the tasks for which neither page, pin nor use says anything. */
  readonly coldMedian: number;
  /** Keys of each task, Enter included. */
  readonly tasks: readonly { readonly task: PickTask; readonly keys: number }[];
}

const day = 86_400_000;
const rows = 60;

/** The records that a task is after: duplicates of one name at one client are one to whoever types. */
function meant({ organizations, passwords }: ScaleRecords, { who, what }: PickTask): readonly IndexedPassword[] {
  const owners = new Set<string>(organizations.filter(({ name }) => name === who).map(({ id }) => id));
  const found = passwords.filter(
    ({ name, archived, organizationId }) => name === what && !archived && owners.has(organizationId),
  );
  if (found.length === 0) throw new Error(`${who} has no password named ${what}.`);
  return found;
}

function placeOf(index: SearchIndex, task: PickTask, wanted: readonly IndexedPassword[], query: string): number {
  const now = Date.UTC(2026, 10, 20, 9);
  const { usedDaysAgo, page, pinned } = task;
  const [one] = wanted;
  const used =
    one === undefined || usedDaysAgo === undefined ? [] : [{ passwordId: one.id, at: now - usedDaysAgo * day }];
  const { hits } = searchPasswords(index, {
    query: parseQuery(query),
    context: {
      site: page === undefined ? null : siteOf(page),
      organizationId: pinned === true ? (one?.organizationId ?? null) : null,
      uses: used.map((use) => ({ ...use, origin: null, times: 1 })),
      now,
    },
    limit: rows,
    allowed: null,
  });
  return hits.findIndex(({ password }) => wanted.some(({ id }) => id === password.id));
}

/** Keys until the right row is first, and Enter; where it never is, arrows to where it stands, or to the end of the list. */
function keysOf(index: SearchIndex, task: PickTask, wanted: readonly IndexedPassword[]): number {
  for (let typed = 0; typed <= task.typed.length; typed += 1)
    if (placeOf(index, task, wanted, task.typed.slice(0, typed)) === 0) return typed + 1;
  const place = placeOf(index, task, wanted, task.typed);
  return task.typed.length + (place < 0 ? rows : place) + 1;
}

/** How many keys it takes to pick the right one among 20,000 in the list of all organizations. */
export function pickKeystrokes(records = scaleRecords({ passwords: 20_000, organizations: 1000 })): PickKeystrokes {
  const index = createSearchIndex(records.organizations, records.passwords);
  const counted = pickTasks.map((task) => ({ task, keys: keysOf(index, task, meant(records, task)) }));
  const keys = counted.map((one) => one.keys);
  const cold = counted.filter(({ task }) => task.page === undefined && !task.pinned && task.usedDaysAgo === undefined);
  return {
    median: median(keys),
    p90: percentile(keys, 0.9),
    most: Math.max(...keys),
    coldMedian: median(cold.map((one) => one.keys)),
    tasks: counted,
  };
}
