import { type Entry, fillOrigins } from '../domain/entry.ts';
import type { Folders } from '../domain/folder.ts';
import type { HttpAuthAccess } from '../domain/http-challenge.ts';
import type { Role } from '../domain/permission.ts';
import type { EntryView } from '../messaging/contract.ts';
import { credentialView, missingHttpAuth } from './entry-view.ts';
import { viewable } from './viewable.ts';

const byName = (a: EntryView, b: EntryView): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** What the browser has granted so far. */
export interface GrantedAccess {
  /** Origins without site access. */
  readonly missing: ReadonlySet<string>;
  readonly httpAuth: HttpAuthAccess;
}

/** What this role may view of a whole list, by name. */
export function viewsOf(
  entries: readonly Entry[],
  folders: Folders,
  role: Role,
  { missing, httpAuth }: GrantedAccess,
): readonly EntryView[] {
  const views = viewable(entries, folders, role).map(({ entry, linkedId, rights }): EntryView => {
    if (entry.kind === 'credential') return credentialView(entry, rights);
    if (entry.kind === 'remote') return { ...entry, credentialEntryId: linkedId, rights };
    const missingSites = fillOrigins(entry).filter((origin) => missing.has(origin));
    return { ...entry, credentialEntryId: linkedId, rights, missingSites, ...missingHttpAuth(entry, httpAuth) };
  });
  return views.sort(byName);
}
