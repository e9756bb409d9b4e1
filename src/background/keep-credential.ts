import type { CredentialEntry } from '../domain/entry.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { credentialView } from './entry-view.ts';
import { rightsOn } from './gate.ts';
import type { Ports } from './ports.ts';
import type { Caller } from './use-case.ts';

/** Puts a credential entry into the vault and shows it as its caller may see it. */
export async function keepCredential(
  { store }: Pick<Ports, 'store'>,
  caller: Caller,
  entry: CredentialEntry,
): Promise<Result<CredentialEntryView>> {
  const saved = await store.put('entry', entry.id, entry);
  if (!saved.ok) return saved;
  const rights = await rightsOn(store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(credentialView(entry, rights.value)) : rights;
}
