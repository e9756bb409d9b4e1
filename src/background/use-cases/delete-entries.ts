import { ok } from '../../domain/result.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { entryChange } from '../entry-change.ts';
import { allFolders } from '../folders.ts';
import { deletedAll } from '../held-folders.ts';
import { namedEntries } from '../named-entries.ts';
import { restored } from '../restored.ts';
import type { UseCase } from '../use-case.ts';

/** Marks several entries deleted at once; all of them can be restored. */
export const deleteEntries: UseCase<'entries.delete'> = async (ports, { entryIds }) => {
  const entries = await namedEntries(ports, entryIds, 'live');
  if (!entries.ok) return entries;
  const changed = await ports.store.change(deletedAll({ entries: entries.value, folders: [] }, ports.now()));
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
  const changed = await ports.store.change(entries.value.map((entry) => entryChange(restored(entry, folders.value))));
  return changed.ok ? ok({}) : changed;
};
