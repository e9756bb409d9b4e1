import type { SessionEntry } from '../../domain/entry.ts';
import { ok } from '../../domain/result.ts';
import { sessionView } from '../entry-view.ts';
import { rightsOn } from '../gate.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Lets go of a chosen field; reading the page decides again. One that is gone already stays gone. */
export const forgetField: UseCase<'sessionEntry.forgetField'> = async (ports, { entryId, ...gone }, caller) => {
  const session = await existingEntry(ports, 'session', entryId);
  if (!session.ok) return session;
  const fieldChoices = session.value.fieldChoices.filter(
    ({ origin, path, role }) => origin !== gone.origin || path !== gone.path || role !== gone.role,
  );
  const entry: SessionEntry = { ...session.value, rev: session.value.rev + 1, fieldChoices };
  const saved = await ports.store.put('entry', entry.id, entry);
  if (!saved.ok) return saved;
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(await sessionView(ports, entry, rights.value)) : rights;
};
