import { fillOrigins } from '../../domain/entry.ts';
import { liveFolders } from '../../domain/folder.ts';
import { cappedPermissions } from '../../domain/policy.ts';
import { ok } from '../../domain/result.ts';
import { viewsOf } from '../entry-views.ts';
import { deletedFolders, folderViews } from '../folder-views.ts';
import { marksOf } from '../marks.ts';
import type { UseCase } from '../use-case.ts';

/** Every entry this role may view, the deleted ones apart, and every record that could not be opened. */
export const listEntries: UseCase<'entries.list'> = async (ports, _request, caller) => {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const places = await ports.store.list('folder');
  if (!places.ok) return places;
  const domains = await ports.store.list('primary-domains');
  if (!domains.ok) return domains;
  const { contents, damaged } = listed.value;
  const role = caller.role ?? 'technician';
  const folders = liveFolders(places.value.contents);
  const origins = new Set(contents.flatMap((entry) => (entry.kind === 'session' ? fillOrigins(entry) : [])));
  const missing = new Set(await ports.hosts.missing([...origins]));
  const httpAuth = await ports.hosts.httpAuth();
  const { policy } = await ports.policy.read();
  const views = viewsOf(contents, folders, role, { missing, httpAuth }).map((view) => ({
    ...view,
    rights: cappedPermissions(view.rights, policy),
  }));
  const entries = views.filter((view) => view.deletedAt === null);
  return ok({
    entries,
    deleted: views.filter((view) => view.deletedAt !== null),
    damaged: [...damaged, ...places.value.damaged, ...domains.value.damaged],
    marks: await marksOf(ports),
    folders: folderViews(places.value.contents, entries, role, policy),
    deletedFolders: role === 'administrator' ? deletedFolders(places.value.contents) : [],
  });
};
