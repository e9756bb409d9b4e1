import { fillOrigins } from '../../domain/entry.ts';
import { ok } from '../../domain/result.ts';
import { viewsOf } from '../entry-views.ts';
import type { UseCase } from '../use-case.ts';

/** Every entry this role may view, the deleted ones apart, and every record that could not be opened. */
export const listEntries: UseCase<'entries.list'> = async (ports, _request, caller) => {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const { contents, damaged } = listed.value;
  const origins = new Set(contents.flatMap((entry) => (entry.kind === 'session' ? fillOrigins(entry) : [])));
  const missing = new Set(await ports.hosts.missing([...origins]));
  const httpAuth = await ports.hosts.httpAuth();
  const views = viewsOf(contents, caller.role ?? 'technician', { missing, httpAuth });
  return ok({
    entries: views.filter((view) => view.deletedAt === null),
    deleted: views.filter((view) => view.deletedAt !== null),
    damaged,
  });
};
