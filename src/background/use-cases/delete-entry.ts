import { fail, ok } from '../../domain/result.ts';
import { dropUnusedHttpAuth } from '../drop-http-auth.ts';
import { entryView } from '../entry-view.ts';
import type { UseCase } from '../use-case.ts';

/** Marks an entry deleted: it does nothing from now on, and can be restored. */
export const deleteEntry: UseCase<'entry.delete'> = async (ports, { entryId, rev }, caller) => {
  const found = await ports.store.get('entry', entryId);
  if (!found.ok) return found;
  if (found.value === null) return fail({ code: 'entry-not-found' });
  if (found.value.rev !== rev) return fail({ code: 'entry-changed' });
  const view = await entryView(ports, caller.role ?? 'technician', found.value);
  if (!view.ok) return view;
  const change = { rev: rev + 1, deletedAt: ports.now() };
  const saved = await ports.store.put('entry', entryId, { ...found.value, ...change });
  if (!saved.ok) return saved;
  if ('httpAuth' in found.value && found.value.httpAuth) await dropUnusedHttpAuth(ports);
  return ok({ ...view.value, ...change });
};
