import type { Entry } from '../../domain/entry.ts';
import { fail } from '../../domain/result.ts';
import { entryView } from '../entry-view.ts';
import { newId } from '../new-id.ts';
import type { UseCase } from '../use-case.ts';

/** What a copy takes over: all but the seed of one-time codes, and what was remembered on the way. */
function copied(entry: Entry): Entry {
  if (entry.kind === 'credential') return { ...entry, code: null, copyCode: false };
  return entry.kind === 'session' ? { ...entry, rememberedPasswords: [] } : entry;
}

/** Another entry with the same content, in the same place and with the same rights. */
export const duplicateEntry: UseCase<'entry.duplicate'> = async (ports, { entryId, name }, caller) => {
  const found = await ports.store.get('entry', entryId);
  if (!found.ok) return found;
  if (found.value === null || found.value.deletedAt !== null) return fail({ code: 'entry-not-found' });
  const entry: Entry = { ...copied(found.value), id: newId<'entry'>(ports), rev: 1, name };
  const saved = await ports.store.put('entry', entry.id, entry);
  return saved.ok ? entryView(ports, caller.role ?? 'technician', entry) : saved;
};
