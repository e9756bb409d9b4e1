import type { Entry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { newId } from './new-id.ts';
import type { Ports } from './ports.ts';

/** What every entry starts from. */
export interface EntryIdentity {
  readonly id: EntryId;
  readonly rev: number;
  readonly deletedAt: null;
}

/** An entry of this kind that is there and not deleted. */
export async function existingEntry<Kind extends Entry['kind']>(
  ports: Pick<Ports, 'store'>,
  kind: Kind,
  id: EntryId,
): Promise<Result<Extract<Entry, { kind: Kind }>>> {
  const found = await ports.store.get('entry', id);
  if (!found.ok) return found;
  const entry = found.value;
  if (entry === null || entry.kind !== kind || entry.deletedAt !== null) return fail({ code: 'entry-not-found' });
  return ok(entry as Extract<Entry, { kind: Kind }>);
}

/**
 * The identity under which an edited entry is saved: a new one, or the next revision of the one that was edited.
 * `entry-changed` when somebody saved in between.
 */
export async function identityFor(
  ports: Pick<Ports, 'store' | 'randomBytes'>,
  kind: Entry['kind'],
  edited: { readonly entryId: EntryId | null; readonly rev: number | null },
): Promise<Result<EntryIdentity>> {
  if (edited.entryId === null) return ok({ id: newId<'entry'>(ports), rev: 1, deletedAt: null });
  const existing = await existingEntry(ports, kind, edited.entryId);
  if (!existing.ok) return existing;
  if (existing.value.rev !== edited.rev) return fail({ code: 'entry-changed' });
  return ok({ id: existing.value.id, rev: existing.value.rev + 1, deletedAt: null });
}
