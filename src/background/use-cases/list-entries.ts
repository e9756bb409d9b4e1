import { fillOrigins } from '../../domain/entry.ts';
import { cappedPermissions } from '../../domain/policy.ts';
import { ok } from '../../domain/result.ts';
import { viewsOf } from '../entry-views.ts';
import { marksOf } from '../marks.ts';
import type { UseCase } from '../use-case.ts';

/** Every entry this role may view, the deleted ones apart, and every record that could not be opened. */
export const listEntries: UseCase<'entries.list'> = async (ports, _request, caller) => {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const { contents, damaged } = listed.value;
  const origins = new Set(contents.flatMap((entry) => (entry.kind === 'session' ? fillOrigins(entry) : [])));
  const missing = new Set(await ports.hosts.missing([...origins]));
  const httpAuth = await ports.hosts.httpAuth();
  const { policy } = await ports.policy.read();
  const views = viewsOf(contents, caller.role ?? 'technician', { missing, httpAuth }).map((view) => ({
    ...view,
    rights: cappedPermissions(view.rights, policy),
  }));
  return ok({
    entries: views.filter((view) => view.deletedAt === null),
    deleted: views.filter((view) => view.deletedAt !== null),
    damaged,
    marks: await marksOf(ports),
  });
};
