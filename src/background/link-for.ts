import type { CredentialEntry, Linkable } from '../domain/entry.ts';
import { placeCredential } from '../domain/folder.ts';
import type { EntryId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { LinkInput } from '../messaging/contract.ts';
import { allFolders } from './folders.ts';
import { mayLink } from './may-link.ts';
import type { Placement } from './placement.ts';
import type { Ports, SealedStore } from './ports.ts';
import type { Caller } from './use-case.ts';

/** How a session is linked, and the credential entry that this leads to in its place; null: to none. */
interface SavedLink {
  readonly link: Pick<Linkable, 'credentialEntryId' | 'inheritsCredential'>;
  readonly credential: CredentialEntry | null;
}

type Input = LinkInput & { readonly entryId: EntryId | null };

/** A request that does not say it leaves it as it is. */
async function inheritsLink(store: SealedStore, input: Input): Promise<Result<boolean>> {
  if (input.inheritsCredential !== undefined) return ok(input.inheritsCredential);
  const found = input.entryId === null ? ok(null) : await store.get('entry', input.entryId);
  if (!found.ok) return found;
  return ok(found.value !== null && found.value.kind !== 'credential' && found.value.inheritsCredential === true);
}

/** The link under which a session is saved in that place. Either way it needs Edit on the credential entry it leads to. */
export async function linkFor(
  ports: Pick<Ports, 'store'>,
  caller: Caller,
  input: Input,
  { folderId }: Placement,
): Promise<Result<SavedLink>> {
  const inherits = await inheritsLink(ports.store, input);
  if (!inherits.ok) return inherits;
  const folders = inherits.value ? await allFolders(ports.store) : null;
  if (folders?.ok === false) return folders;
  const id = folders === null ? input.credentialEntryId : placeCredential(folders.value, folderId ?? null);
  const credential = await mayLink(ports, id, caller);
  if (!credential.ok) return credential;
  const link =
    folders === null ? { credentialEntryId: id } : { credentialEntryId: null, inheritsCredential: true as const };
  return ok({ link, credential: credential.value });
}
