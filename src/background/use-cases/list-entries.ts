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
  // At once: each is a way to the disk or to the browser and back, and the popup waits for them.
  const [listed, places, domains, httpAuth, marks] = await Promise.all([
    ports.store.list('entry'),
    ports.store.list('folder'),
    ports.store.list('primary-domains'),
    ports.hosts.httpAuth(),
    marksOf(ports),
  ]);
  if (!listed.ok) return listed;
  if (!places.ok) return places;
  if (!domains.ok) return domains;
  const { contents, damaged } = listed.value;
  const role = caller.role ?? 'technician';
  const folders = liveFolders(places.value.contents);
  const origins = new Set(contents.flatMap((entry) => (entry.kind === 'session' ? fillOrigins(entry) : [])));
  const missing = new Set(await ports.hosts.missing([...origins]));
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
    marks,
    folders: folderViews(places.value.contents, entries, role, policy),
    deletedFolders: role === 'administrator' ? deletedFolders(places.value.contents) : [],
  });
};
