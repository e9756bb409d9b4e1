import type { EntryId } from '../domain/ids.ts';
import { type Marks, noMarks, withRecent } from '../domain/marks.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';
import { storeTurns } from './store-turns.ts';

type Outside = Pick<Ports, 'store'>;

const marksId = 'desk';

/** What is at hand. A record that does not open counts as empty: it only orders a list. */
export async function marksOf({ store }: Outside): Promise<Marks> {
  const found = await store.get('marks', marksId);
  return found.ok ? (found.value ?? noMarks) : noMarks;
}

const inTurn = storeTurns();

/** Changes the marks, one change after the other. */
export const changeMarks = (outside: Outside, change: (marks: Marks) => Marks): Promise<Result<Marks>> =>
  inTurn(outside.store, async () => {
    const before = await marksOf(outside);
    const marks = change(before);
    if (JSON.stringify(marks) === JSON.stringify(before)) return ok(before);
    const put = await outside.store.put('marks', marksId, marks);
    return put.ok ? ok(marks) : put;
  });

/** Notes that an entry was used. A disk that refuses costs only the place in a list. */
export async function noteRecent(outside: Outside, id: EntryId): Promise<void> {
  await changeMarks(outside, (marks) => withRecent(marks, id));
}
