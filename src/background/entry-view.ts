import type { CredentialEntry, Entry, Linkable, RemoteEntry, SessionEntry } from '../domain/entry.ts';
import { fillOrigins } from '../domain/entry.ts';
import type { HttpAuthAccess } from '../domain/http-challenge.ts';
import type { EntryId } from '../domain/ids.ts';
import type { Permissions, Role } from '../domain/permission.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { CredentialEntryView, EntryView, RemoteEntryView, SessionEntryView } from '../messaging/contract.ts';
import { linkedIdOf } from './folders.ts';
import { rightsOn } from './gate.ts';
import type { Ports, SealedStore } from './ports.ts';

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

async function linkedIdNow(store: SealedStore, entry: Linkable): Promise<EntryId | null> {
  const linkedId = await linkedIdOf(store, entry);
  return linkedId.ok ? linkedId.value : null;
}

export async function remoteView(
  { store }: Pick<Ports, 'store'>,
  entry: RemoteEntry,
  rights: Permissions,
): Promise<RemoteEntryView> {
  return { ...entry, credentialEntryId: await linkedIdNow(store, entry), rights };
}

export async function sessionView(
  { store, hosts }: Pick<Ports, 'store' | 'hosts'>,
  entry: SessionEntry,
  rights: Permissions,
): Promise<SessionEntryView> {
  const access = entry.httpAuth ? await hosts.httpAuth() : 'granted';
  const missingSites = await hosts.missing(fillOrigins(entry));
  const credentialEntryId = await linkedIdNow(store, entry);
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
  if (entry.kind === 'credential') return ok(credentialView(entry, rights.value));
  return ok(
    await (entry.kind === 'remote' ? remoteView(ports, entry, rights.value) : sessionView(ports, entry, rights.value)),
  );
}
