import { ok } from '../../domain/result.ts';
import { changeMarks } from '../marks.ts';
import type { UseCase } from '../use-case.ts';

/** Says whether the first steps are still to be shown; what they are follows from what the vault holds. */
export const skipSteps: UseCase<'steps.skip'> = async (ports, { skipped }) => {
  const marks = await changeMarks(ports, ({ favourites, recents }) => ({
    favourites,
    recents,
    ...(skipped ? { stepsSkipped: true } : {}),
  }));
  return marks.ok ? ok({}) : marks;
};
