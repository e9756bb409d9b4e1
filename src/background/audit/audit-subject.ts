import type { Entry, EntryOrganization } from '../../domain/entry.ts';
import type { EntryId, FolderId, PasswordId } from '../../domain/ids.ts';
import { remoteAddress } from '../../domain/remote-way.ts';
import { linkedCredential } from '../gate.ts';
import { reasonFor } from '../given-reason.ts';
import { indexedRecord } from '../index/indexed-record.ts';
import type { Ports } from '../ports.ts';
import type { NotedEvent } from './audit-port.ts';
import { aboutNothing } from './missed-events.ts';

/** What an event is about. */
export type AuditSubject = Omit<NotedEvent, 'action' | 'by' | 'outcome'>;

type Vault = Pick<Ports, 'store' | 'session' | 'now'>;

/** What a command's subject is looked up in: with an entry of all organizations the password says which is meant. */
export type SubjectPorts = Vault & Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'policy'>;

/** The organization that a password of an entry of all organizations belongs to; null: not known. */
async function organizationMeant(
  ports: SubjectPorts,
  entryId: EntryId,
  passwordId: PasswordId,
): Promise<EntryOrganization | null> {
  const found = await ports.store.get('entry', entryId);
  const linked = found.ok && found.value !== null ? await linkedCredential(ports.store, found.value) : found;
  const credential = linked.ok && linked.value?.kind === 'credential' ? linked.value : null;
  if (credential === null || credential.organizationId !== null) return null;
  const record = await indexedRecord(ports, credential.apiKeyId, passwordId);
  return record.ok ? record.value.organization : null;
}

/** What a command is about. */
export async function commandSubject(
  ports: SubjectPorts,
  entryId: EntryId | null,
  passwordId: PasswordId | null,
): Promise<AuditSubject> {
  const asked = entryId !== null && passwordId !== null;
  return subjectOf(ports, entryId, passwordId, asked ? await organizationMeant(ports, entryId, passwordId) : null);
}

/**
 * An entry as the audit names it, with the credential behind it; what cannot be looked up is null. `organization`: for
 * which an entry of all organizations was used.
 */
export async function subjectOf(
  { store, session, now }: Vault,
  entryId: EntryId | null,
  passwordId: PasswordId | null,
  organization: EntryOrganization | null,
): Promise<AuditSubject> {
  if (entryId === null) return { ...aboutNothing, passwordId };
  const found = await store.get('entry', entryId);
  const entry: Entry | null = found.ok ? found.value : null;
  if (entry === null) return { ...aboutNothing, entryId, passwordId };
  const linked = await linkedCredential(store, entry);
  const credential = linked.ok ? linked.value : null;
  const fixed = credential?.selection.mode === 'password' ? credential.selection : null;
  return {
    entryId,
    entryName: entry.name,
    organizationId: (organization ?? credential)?.organizationId ?? null,
    organizationName: (organization ?? credential)?.organizationName ?? null,
    passwordId: passwordId ?? fixed?.passwordId ?? null,
    passwordName: fixed?.passwordName ?? null,
    origin: entry.kind === 'session' ? entry.origin : entry.kind === 'remote' ? remoteAddress(entry) : null,
    reason: await reasonFor({ session, now }, credential),
  };
}

/** A folder as the audit names it. */
export async function folderSubject({ store }: Pick<Ports, 'store'>, folderId: FolderId): Promise<AuditSubject> {
  const found = await store.get('folder', folderId);
  return { ...aboutNothing, entryName: found.ok ? (found.value?.name ?? null) : null };
}
