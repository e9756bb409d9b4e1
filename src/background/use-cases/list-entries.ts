import type { CredentialEntry, Entry } from '../../domain/entry.ts';
import { entryPermissions, fillOrigins } from '../../domain/entry.ts';
import { effectivePermissions, type Role } from '../../domain/permission.ts';
import { ok } from '../../domain/result.ts';
import type { EntryView } from '../../messaging/contract.ts';
import { credentialView } from '../entry-view.ts';
import type { UseCase } from '../use-case.ts';

const byName = (a: EntryView, b: EntryView): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);

/** Rights over a whole list at once: links are looked up in the list itself, not one record at a time. */
function viewsOf(entries: readonly Entry[], role: Role, missing: ReadonlySet<string>): readonly EntryView[] {
  const credentials = new Map<string, CredentialEntry>();
  for (const entry of entries)
    if (entry.kind === 'credential' && entry.deletedAt === null) credentials.set(entry.id, entry);
  return entries.flatMap((entry): EntryView[] => {
    const linked = entry.kind === 'session' ? (credentials.get(entry.credentialEntryId ?? '') ?? null) : entry;
    const rights = effectivePermissions(role, entryPermissions(entry, linked));
    if (!rights.view) return [];
    if (entry.kind === 'credential') return [credentialView(entry, rights)];
    return [{ ...entry, rights, missingSites: fillOrigins(entry).filter((origin) => missing.has(origin)) }];
  });
}

/** Every entry this role may view, the deleted ones apart, and every record that could not be opened. */
export const listEntries: UseCase<'entries.list'> = async (ports, _request, caller) => {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const { contents, damaged } = listed.value;
  const origins = new Set(contents.flatMap((entry) => (entry.kind === 'session' ? fillOrigins(entry) : [])));
  const missing = new Set(await ports.hosts.missing([...origins]));
  const views = [...viewsOf(contents, caller.role ?? 'technician', missing)].sort(byName);
  return ok({
    entries: views.filter((view) => view.deletedAt === null),
    deleted: views.filter((view) => view.deletedAt !== null),
    damaged,
  });
};
