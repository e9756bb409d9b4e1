import type { Entry } from '../domain/entry.ts';
import type { StoredChange } from './ports.ts';

/** An entry as it is to be kept, among the changes of one write. */
export const entryChange = (entry: Entry): StoredChange => ({ kind: 'entry', id: entry.id, content: entry });
