import type { Launchable } from '../domain/launch-suggestions.ts';
import type { Role } from '../domain/permission.ts';
import { ok, type Result } from '../domain/result.ts';
import { viewsOf } from './entry-views.ts';
import { allFolders } from './folders.ts';
import type { Ports } from './ports.ts';

/** The linked sessions that this role may launch, by name. */
export async function launchables(ports: Ports, role: Role): Promise<Result<readonly Launchable[]>> {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const views = viewsOf(listed.value.contents, folders.value, role, { missing: new Set(), httpAuth: 'granted' });
  const live = views.filter(({ deletedAt }) => deletedAt === null);
  const organizationOf = new Map(
    live.flatMap((entry) =>
      entry.kind === 'credential' ? [[entry.id as string, entry.organizationName ?? ''] as const] : [],
    ),
  );
  return ok(
    live.flatMap((entry) => {
      const organizationName = entry.kind === 'session' ? organizationOf.get(entry.credentialEntryId ?? '') : undefined;
      if (entry.kind !== 'session' || organizationName === undefined) return [];
      return [{ ...entry, organizationName, origin: entry.origin ?? entry.hostTemplate ?? '' }];
    }),
  );
}
