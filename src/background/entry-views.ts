import { type CredentialEntry, type Entry, entryPermissions, fillOrigins } from '../domain/entry.ts';
import type { HttpAuthAccess } from '../domain/http-challenge.ts';
import { effectivePermissions, type Role } from '../domain/permission.ts';
import type { EntryView } from '../messaging/contract.ts';
import { credentialView, missingHttpAuth } from './entry-view.ts';

const byName = (a: EntryView, b: EntryView): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** What the browser has granted so far. */
export interface GrantedAccess {
  /** Origins without site access. */
  readonly missing: ReadonlySet<string>;
  readonly httpAuth: HttpAuthAccess;
}

/** What this role may view of a whole list, by name. Links are looked up in the list itself, not one record at a time. */
export function viewsOf(
  entries: readonly Entry[],
  role: Role,
  { missing, httpAuth }: GrantedAccess,
): readonly EntryView[] {
  const credentials = new Map<string, CredentialEntry>();
  for (const entry of entries)
    if (entry.kind === 'credential' && entry.deletedAt === null) credentials.set(entry.id, entry);
  const views = entries.flatMap((entry): EntryView[] => {
    const linked = entry.kind === 'credential' ? entry : (credentials.get(entry.credentialEntryId ?? '') ?? null);
    const rights = effectivePermissions(role, entryPermissions(entry, linked));
    if (!rights.view) return [];
    if (entry.kind === 'credential') return [credentialView(entry, rights)];
    if (entry.kind === 'remote') return [{ ...entry, rights }];
    const missingSites = fillOrigins(entry).filter((origin) => missing.has(origin));
    return [{ ...entry, rights, missingSites, ...missingHttpAuth(entry, httpAuth) }];
  });
  return views.sort(byName);
}
