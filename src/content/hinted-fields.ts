import type { FieldPlace } from '../domain/field-place.ts';
import { chosenFields } from './chosen-fields.ts';
import { formAround } from './form-around.ts';
import { knownInput, type ReadInput, type Reading, readingMs } from './read-form.ts';
import { allVisible } from './visibility.ts';

const names = /^(username|email|phone|unnamed|extra|identity)$/;

/** Whether a field might have been guessed as well: seen, in the very form that was judged, and of the right kind. */
function fits({ role, input }: ReadInput, { inputs }: Reading): boolean {
  const form = formAround(input);
  const kind = knownInput(input)?.kind ?? '';
  return (
    form !== null &&
    inputs.every((read) => formAround(read.input) === form && (read.input !== input || read.role === role)) &&
    (role === 'password' ? kind === 'password' : names.test(kind)) &&
    allVisible([input], readingMs)
  );
}

/** A reading with the fields that IT Glue's record names in place of those that were guessed for the same roles. */
export function withHints(reading: Reading, places: readonly FieldPlace[]): Reading {
  const hinted = chosenFields(places).filter((field) => fits(field, reading));
  return {
    ...reading,
    inputs: reading.inputs.map((read) => hinted.find(({ role }) => role === read.role) ?? read),
  };
}
