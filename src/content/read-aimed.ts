import { type FieldAim, takesAim } from '../domain/field-aim.ts';
import { knownField } from '../domain/field-role.ts';
import type { Refusal } from '../domain/fill.ts';
import { chooseOnPage } from '../domain/form-choice.ts';
import { titleSays } from '../domain/form-kind.ts';
import { startClock } from './clock.ts';
import { pageRefusal } from './commit-fill.ts';
import { createIsShared, describeField } from './describe-field.ts';
import { pageOf, shadowOf, titleOf } from './native-dom.ts';
import { isInput } from './node-kinds.ts';
import { classifiedPage, judged, type Reading, readingMs, refused } from './read-form.ts';
import { hiddenWays } from './visibility.ts';

/** The element that has the focus, through open shadow roots. */
export function focusedElement(): Element | null {
  let focused = document.activeElement;
  for (let root = focused && shadowOf(focused); root?.activeElement; root = shadowOf(root.activeElement))
    focused = root.activeElement;
  return focused;
}

/** Why the form around a field takes no password that is in use; null: it may. */
function formRefusal(input: HTMLInputElement): Refusal | null {
  const page = classifiedPage();
  if (page === null) return 'too-complex';
  const forms = page.forms.filter(({ fields }) => fields.some(({ id }) => id === input));
  const choice = chooseOnPage(forms, titleSays(titleOf(document)));
  return 'refusal' in choice && choice.refusal === 'sign-up-form' ? choice.refusal : null;
}

/**
 * Reads the one field that a person right-clicked. Their choice takes the place of the guess alone: it must be seen, be
 * for such a value, and send where the session may.
 */
export function readAimed({ role }: FieldAim, element: Element | null): Reading {
  const page = pageRefusal(null);
  if (page !== null) return refused(page);
  if (element === null || !isInput(element)) return refused('field-for-other-value');
  if (pageOf(element) !== document) return refused('not-top-frame');
  const clock = startClock(readingMs);
  const known = knownField(describeField(element, element.labels ?? [], createIsShared()));
  if (!takesAim(role, element.type, known, element.maxLength))
    return refused(known?.kind === 'new-password' ? 'new-password-field' : 'field-for-other-value');
  const hidden = hiddenWays([element], clock).get(element);
  if (clock.wasLate()) return refused('too-complex');
  if (hidden !== undefined) return refused(hidden);
  const form = role === 'password' ? formRefusal(element) : null;
  return form === null ? judged([{ role, input: element, type: element.type }]) : refused(form);
}
