import type { FieldPlace } from '../domain/field-place.ts';
import { explanationLimits, type FormExplanation, type SeenField } from '../domain/form-explanation.ts';
import { chosenFields } from './chosen-fields.ts';
import { type ClassifiedPage, classifiedPage, type Reading, readForm } from './read-form.ts';

const roleOf = ({ inputs }: Reading, input: HTMLInputElement): SeenField['role'] =>
  inputs.find((read) => read.input === input)?.role ?? null;

/** Fields that nobody sees belong to no form that was judged; they are told on their own. */
function unseen(page: ClassifiedPage, reading: Reading): readonly SeenField[] {
  const { known, hidden } = page.found;
  return [...hidden].flatMap(([input, way]) => {
    const field = known.get(input);
    return field === undefined
      ? []
      : [{ kind: field.kind, strength: field.strength, role: roleOf(reading, input), hidden: way }];
  });
}

/** What a fill would see and say of this page, in words of ours alone. */
export function explainForm(places: readonly FieldPlace[]): FormExplanation {
  const reading = readForm(places);
  const page = classifiedPage();
  const { report } = reading;
  const chosen = chosenFields(places).length;
  if (page === null) return { report, forms: [], inputs: null, chosen };
  const shown = page.forms.map(({ fields, scores }) => ({
    scores,
    fields: fields
      .slice(0, explanationLimits.fields)
      .map(({ id, kind, strength }) => ({ kind, strength, role: roleOf(reading, id), hidden: null })),
  }));
  const hidden = unseen(page, reading).slice(0, explanationLimits.fields);
  const rest = hidden.length === 0 ? [] : [{ fields: hidden, scores: { login: 0, 'sign-up': 0, other: 0, code: 0 } }];
  return {
    report,
    forms: [...shown, ...rest].slice(0, explanationLimits.forms),
    inputs: page.inputs,
    chosen,
  };
}
