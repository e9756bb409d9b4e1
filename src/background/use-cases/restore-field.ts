import { withForgotten } from '../../domain/field-choice.ts';
import { mayBeFilledAt } from '../../domain/host-variables.ts';
import { fail, ok } from '../../domain/result.ts';
import { changeFields } from '../change-fields.ts';
import { keptDomains } from '../primary-domains.ts';
import type { UseCase } from '../use-case.ts';

/** Undo of forgetting a chosen field. It may only lead to where the session may be filled now. */
export const restoreField: UseCase<'sessionEntry.restoreField'> = async (ports, { entryId, choice }, caller) => {
  const { origin, role, text } = choice;
  if ((role === 'extra') !== (text !== null)) return fail({ code: 'invalid-input', field: 'text' });
  const domains = await keptDomains(ports);
  return changeFields(ports, entryId, caller, (session) =>
    mayBeFilledAt(session, origin, domains)
      ? ok(withForgotten(session.fieldChoices, choice))
      : fail({ code: 'no-linked-session', origin }),
  );
};
