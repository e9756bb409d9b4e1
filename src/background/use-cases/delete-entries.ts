import { ok } from '../../domain/result.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { allFolders } from '../folders.ts';
import { namedEntries } from '../named-entries.ts';
import { restored } from '../restored.ts';
import type { UseCase } from '../use-case.ts';

/** Marks several entries deleted at once; all of them can be restored. */
export const deleteEntries: UseCase<'entries.delete'> = async (ports, { entryIds }) => {
  const entries = await namedEntries(ports, entryIds, 'live');
  if (!entries.ok) return entries;
  const deletedAt = ports.now();
  const changed = await ports.store.change(
    entries.value.map((entry) => ({
      kind: 'entry',
      id: entry.id,
      content: { ...entry, rev: entry.rev + 1, deletedAt },
    })),
  );
  if (!changed.ok) return changed;
  await dropUnusedHttpAuth(ports);
  return ok({});
};

/** Undo of it. */
export const restoreEntries: UseCase<'entries.restore'> = async (ports, { entryIds }) => {
  const entries = await namedEntries(ports, entryIds, 'deleted');
  if (!entries.ok) return entries;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const changed = await ports.store.change(
    entries.value.map((entry) => ({ kind: 'entry', id: entry.id, content: restored(entry, folders.value) })),
  );
  return changed.ok ? ok({}) : changed;
};
