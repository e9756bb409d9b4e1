import { fail } from '../../domain/result.ts';
import { entryView } from '../entry-view.ts';
import { foldersAround } from '../folders.ts';
import { restored } from '../restored.ts';
import type { UseCase } from '../use-case.ts';

/** Undo of a deletion. */
export const restoreEntry: UseCase<'entry.restore'> = async (ports, { entryId }, caller) => {
  const found = await ports.store.get('entry', entryId);
  if (!found.ok) return found;
  if (found.value === null) return fail({ code: 'entry-not-found' });
  const folders = await foldersAround(ports.store, [found.value]);
  if (!folders.ok) return folders;
  const entry = restored(found.value, folders.value);
  const saved = await ports.store.put('entry', entryId, entry);
  return saved.ok ? entryView(ports, caller.role ?? 'technician', entry) : saved;
};
