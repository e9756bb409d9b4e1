import { formAround } from './form-around.ts';
import { outwards } from './outwards.ts';
import { submitters } from './submitters.ts';

/** Inputs that belong together, and the element that stands for their form. */
export interface FieldGroup {
  readonly root: Element;
  readonly inputs: readonly HTMLInputElement[];
}

const hasButton = (element: Element): boolean =>
  element.querySelector('button, input[type=submit], input[type=button], [role=button]') !== null;

/** Of inputs without a form: the nearest element around a password that holds another field as well, and a button. */
function scopeOf(input: HTMLInputElement, all: readonly HTMLInputElement[]): Element {
  const others = all.filter((other) => other !== input);
  const counts = new Map<Element, number>();
  for (const other of others)
    for (const element of outwards(other)) counts.set(element, (counts.get(element) ?? 0) + 1);
  let last: Element = input;
  for (const element of outwards(input)) {
    last = element;
    if (element === input.ownerDocument.body) break;
    if ((others.length === 0 || (counts.get(element) ?? 0) > 0) && (hasButton(element) || element.shadowRoot !== null))
      return element;
  }
  return last;
}

/** Whether a form holds several forms of its own: password fields with other fields between them, and a button for each. */
function manifold(form: Element, inputs: readonly HTMLInputElement[]): boolean {
  if (form.querySelectorAll(submitters).length < 2) return false;
  const runs = inputs.filter(({ type }, at) => type === 'password' && inputs[at - 1]?.type !== 'password');
  return runs.length > 1;
}

/** Parts inputs into forms; those without a form by what stands around their password fields. */
export function fieldGroups(inputs: readonly HTMLInputElement[]): readonly FieldGroup[] {
  const groups = new Map<Element, HTMLInputElement[]>();
  const loose: HTMLInputElement[] = [];
  for (const input of inputs) {
    const form = formAround(input);
    if (form === null) loose.push(input);
    else groups.set(form, [...(groups.get(form) ?? []), input]);
  }
  for (const [form, inputs] of groups) {
    if (!manifold(form, inputs)) continue;
    groups.delete(form);
    loose.push(...inputs);
  }
  const taken = new Set<HTMLInputElement>();
  for (const password of loose.filter(({ type }) => type === 'password')) {
    if (taken.has(password)) continue;
    const root = scopeOf(password, loose);
    const members = loose.filter((input) => !taken.has(input) && [...outwards(input)].includes(root));
    for (const member of members) taken.add(member);
    groups.set(root, members);
  }
  for (const input of loose) {
    if (taken.has(input)) continue;
    const root = scopeOf(input, []);
    groups.set(root, [...(groups.get(root) ?? []), input]);
  }
  return Array.from(groups, ([root, members]) => ({ root, inputs: members }));
}
