import { withoutChoice } from '../../domain/field-choice.ts';
import { ok } from '../../domain/result.ts';
import { changeFields } from '../change-fields.ts';
import type { UseCase } from '../use-case.ts';

/** Lets go of a chosen field; reading the page decides again. One that is gone already stays gone. */
export const forgetField: UseCase<'sessionEntry.forgetField'> = (ports, { entryId, ...place }, caller) =>
  changeFields(ports, entryId, caller, ({ fieldChoices }) => ok(withoutChoice(fieldChoices, place)));
