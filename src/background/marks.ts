import type { EntryId } from '../domain/ids.ts';
import { type Marks, noMarks, withRecent } from '../domain/marks.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';

type Outside = Pick<Ports, 'store'>;

const marksId = 'desk';

/** What is at hand. A record that does not open counts as empty: it only orders a list. */
export async function marksOf({ store }: Outside): Promise<Marks> {
  const found = await store.get('marks', marksId);
  return found.ok ? (found.value ?? noMarks) : noMarks;
}

const turns = new WeakMap<Ports['store'], Promise<unknown>>();

/** Changes the marks, one change after the other. */
export function changeMarks(outside: Outside, change: (marks: Marks) => Marks): Promise<Result<Marks>> {
  const next = (turns.get(outside.store) ?? Promise.resolve()).then(async (): Promise<Result<Marks>> => {
    const before = await marksOf(outside);
    const marks = change(before);
    if (JSON.stringify(marks) === JSON.stringify(before)) return ok(before);
    const put = await outside.store.put('marks', marksId, marks);
    return put.ok ? ok(marks) : put;
  });
  turns.set(
    outside.store,
    next.catch(() => undefined),
  );
  return next;
}

/** Notes that an entry was used. A disk that refuses costs only the place in a list. */
export async function noteRecent(outside: Outside, id: EntryId): Promise<void> {
  await changeMarks(outside, (marks) => withRecent(marks, id));
}
