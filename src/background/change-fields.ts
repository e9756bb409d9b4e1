import type { SessionEntry } from '../domain/entry.ts';
import type { FieldChoice } from '../domain/field-choice.ts';
import type { EntryId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SessionEntryView } from '../messaging/contract.ts';
import { sessionView } from './entry-view.ts';
import { rightsOn } from './gate.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';
import type { Caller } from './use-case.ts';

/** Changes what a session keeps of fields chosen by hand: a change of the entry, as Edit allows it. */
export async function changeFields(
  ports: Ports,
  entryId: EntryId,
  caller: Caller,
  change: (session: SessionEntry) => Result<readonly FieldChoice[]>,
): Promise<Result<SessionEntryView>> {
  const session = await existingEntry(ports, 'session', entryId);
  if (!session.ok) return session;
  const fieldChoices = change(session.value);
  if (!fieldChoices.ok) return fieldChoices;
  const entry: SessionEntry = { ...session.value, rev: session.value.rev + 1, fieldChoices: fieldChoices.value };
  const saved = await ports.store.put('entry', entry.id, entry);
  if (!saved.ok) return saved;
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(await sessionView(ports, entry, rights.value)) : rights;
}
