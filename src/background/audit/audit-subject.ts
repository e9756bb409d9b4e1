import type { Entry } from '../../domain/entry.ts';
import type { EntryId, FolderId, PasswordId } from '../../domain/ids.ts';
import { linkedCredential } from '../gate.ts';
import { reasonFor } from '../given-reason.ts';
import type { Ports } from '../ports.ts';
import type { NotedEvent } from './audit-port.ts';
import { aboutNothing } from './missed-events.ts';

/** What an event is about. */
export type AuditSubject = Omit<NotedEvent, 'action' | 'by' | 'outcome'>;

/** An entry as the audit names it, with the credential behind it; what cannot be looked up is null. */
export async function subjectOf(
  { store, session, now }: Pick<Ports, 'store' | 'session' | 'now'>,
  entryId: EntryId | null,
  passwordId: PasswordId | null,
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
    organizationId: credential?.organizationId ?? null,
    organizationName: credential?.organizationName ?? null,
    passwordId: passwordId ?? fixed?.passwordId ?? null,
    passwordName: fixed?.passwordName ?? null,
    origin: entry.kind === 'session' ? entry.origin : null,
    reason: await reasonFor({ session, now }, credential),
  };
}

/** A folder as the audit names it. */
export async function folderSubject({ store }: Pick<Ports, 'store'>, folderId: FolderId): Promise<AuditSubject> {
  const found = await store.get('folder', folderId);
  return { ...aboutNothing, entryName: found.ok ? (found.value?.name ?? null) : null };
}
