import { isForm } from './node-kinds.ts';
import { outwards } from './outwards.ts';

/** The form that an input is in, by the composed tree: inside a web component it is the form around the component. */
export function formAround(input: HTMLInputElement): HTMLFormElement | null {
  if (input.form !== null) return input.form;
  for (const element of outwards(input)) if (isForm(element)) return element;
  return null;
}
