import type { CredentialEntry, Entry, SessionEntry } from '../domain/entry.ts';
import { fillOrigins } from '../domain/entry.ts';
import type { HttpAuthAccess } from '../domain/http-challenge.ts';
import type { Permissions, Role } from '../domain/permission.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { CredentialEntryView, EntryView, SessionEntryView } from '../messaging/contract.ts';
import { linkedIdOf } from './folders.ts';
import { rightsOn } from './gate.ts';
import type { Ports } from './ports.ts';

export const credentialView = (entry: CredentialEntry, rights: Permissions): CredentialEntryView => ({
  ...entry,
  rights,
});

/** What a session's HTTP authentication still waits for. */
export const missingHttpAuth = (
  { httpAuth }: SessionEntry,
  access: HttpAuthAccess,
): Pick<SessionEntryView, 'missingHttpAuth'> => ({
  missingHttpAuth: httpAuth && access !== 'granted' ? access : null,
});

export async function sessionView(
  { store, hosts }: Pick<Ports, 'store' | 'hosts'>,
  entry: SessionEntry,
  rights: Permissions,
): Promise<SessionEntryView> {
  const access = entry.httpAuth ? await hosts.httpAuth() : 'granted';
  const missingSites = await hosts.missing(fillOrigins(entry));
  const linkedId = await linkedIdOf(store, entry);
  const credentialEntryId = linkedId.ok ? linkedId.value : null;
  return { ...entry, credentialEntryId, rights, missingSites, ...missingHttpAuth(entry, access) };
}

/** An entry as this role sees it; `entry-not-found` where it may not view it. */
export async function entryView(
  ports: Pick<Ports, 'store' | 'hosts'>,
  role: Role,
  entry: Entry,
): Promise<Result<EntryView>> {
  const rights = await rightsOn(ports.store, role, entry);
  if (!rights.ok) return rights;
  if (!rights.value.view) return fail({ code: 'entry-not-found' });
  if (entry.kind === 'remote') return ok({ ...entry, rights: rights.value });
  return ok(
    entry.kind === 'credential' ? credentialView(entry, rights.value) : await sessionView(ports, entry, rights.value),
  );
}
