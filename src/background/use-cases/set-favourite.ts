import { withFavourite } from '../../domain/marks.ts';
import { fail, ok } from '../../domain/result.ts';
import { changeMarks } from '../marks.ts';
import type { UseCase } from '../use-case.ts';

/** Gives an entry its star, or takes it away. The gate has seen that this role may view it. */
export const setFavourite: UseCase<'entry.favourite'> = async (ports, { entryId, favourite }) => {
  const found = await ports.store.get('entry', entryId);
  if (!found.ok) return found;
  if (found.value === null || found.value.deletedAt !== null) return fail({ code: 'entry-not-found' });
  const marks = await changeMarks(ports, (before) => withFavourite(before, entryId, favourite));
  return marks.ok ? ok({ favourite: marks.value.favourites.includes(entryId) }) : marks;
};
