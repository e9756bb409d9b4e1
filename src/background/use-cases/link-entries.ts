import { type CredentialEntry, type Linkable, linkedCredentialId, linkedTo } from '../../domain/entry.ts';
import { hostOwner, placeOfHost } from '../../domain/host-template.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { entryChange } from '../entry-change.ts';
import { allFolders } from '../folders.ts';
import { mayLink } from '../may-link.ts';
import { namedEntries } from '../named-entries.ts';
import type { UseCase } from '../use-case.ts';

/** A session with the address that its variables stand for by its link. */
function addressed(session: Linkable, credential: CredentialEntry | null): Result<Linkable> {
  const next = { ...session, rev: session.rev + 1 };
  if (session.kind === 'remote' || session.hostTemplate === null) return ok(next);
  const place = placeOfHost(session.hostTemplate, hostOwner(credential), session.allowHttp);
  return place.ok ? ok({ ...next, startUrl: place.value.startUrl, origin: place.value.origin }) : place;
}

/** Links several sessions at once: all of them, or none where one cannot be. */
export const linkEntries: UseCase<'entries.link'> = async (ports, request, caller) => {
  const { entryIds, credentialEntryId, inherits } = request;
  const entries = await namedEntries(ports, entryIds, 'live');
  if (!entries.ok) return entries;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const changed: Linkable[] = [];
  for (const entry of entries.value) {
    if (entry.kind === 'credential') return fail({ code: 'invalid-input', field: 'entryIds' });
    const session = linkedTo(entry, credentialEntryId, inherits);
    const credential = await mayLink(ports, linkedCredentialId(session, folders.value), caller);
    if (!credential.ok) return credential;
    const next = addressed(session, credential.value);
    if (!next.ok) return next;
    changed.push(next.value);
  }
  const saved = await ports.store.change(changed.map(entryChange));
  return saved.ok ? ok({}) : saved;
};
