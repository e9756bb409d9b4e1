import type { Clock } from './clock.ts';
import { bodyOf, pageOf, queryAll, shadowOf } from './native-dom.ts';
import { isForm } from './node-kinds.ts';
import { once } from './once.ts';
import { outwards } from './outwards.ts';
import { submitters } from './submitters.ts';

/** Inputs that belong together, and the element that stands for their form. */
export interface FieldGroup {
  readonly root: Element;
  readonly inputs: readonly HTMLInputElement[];
}

const isPassword = ({ type }: HTMLInputElement): boolean => type === 'password';

/** An input without a form, and everything around it, innermost first. */
interface Loose {
  readonly input: HTMLInputElement;
  readonly around: readonly Element[];
}

/** The element that stands for the form of an input without one. */
type ScopeOf = (loose: Loose, alone: boolean) => Element;

/** The nearest element around that has a button, and holds another field as well unless the input is taken `alone`. */
function scopes(all: readonly Loose[], clock: Clock): ScopeOf {
  const counts = new Map<Element, number>();
  for (const { around } of all) {
    if (clock.late()) break;
    for (const element of around) counts.set(element, (counts.get(element) ?? 0) + 1);
  }
  const hasButton = once(
    (element) => queryAll(element, 'button, input[type=submit], input[type=button], [role=button]').length > 0,
  );
  return ({ input, around }, alone) => {
    const body = bodyOf(pageOf(input));
    const scope = around.find(
      (element) =>
        element === body ||
        ((alone || (counts.get(element) ?? 0) > 1) && (hasButton(element) || shadowOf(element) !== null)),
    );
    return scope ?? around.at(-1) ?? input;
  };
}

/** Whether a form holds several forms of its own: password fields with other fields between them, and a button for each. */
function manifold(form: Element, inputs: readonly HTMLInputElement[]): boolean {
  const runs = inputs.filter((input, at) => isPassword(input) && inputs[at - 1]?.type !== 'password');
  return runs.length > 1 && queryAll(form, submitters).length > 1;
}

type Groups = Map<Element, HTMLInputElement[]>;

function join(groups: Groups, root: Element, input: HTMLInputElement): void {
  const members = groups.get(root);
  if (members === undefined) groups.set(root, [input]);
  else members.push(input);
}

/** Parts inputs without a form by what stands around their password fields; the others each by themselves. */
function partLoose(all: readonly Loose[], groups: Groups, clock: Clock): void {
  const scopeOf = scopes(all, clock);
  const taken = new Set<Loose>();
  for (const password of all.filter(({ input }) => isPassword(input))) {
    if (taken.has(password)) continue;
    if (clock.late()) return;
    const root = scopeOf(password, all.length === 1);
    const members = all.filter((loose) => !taken.has(loose) && loose.around.includes(root));
    for (const member of members) taken.add(member);
    groups.set(
      root,
      members.map(({ input }) => input),
    );
  }
  for (const loose of all) {
    if (clock.late()) return;
    if (!taken.has(loose)) join(groups, scopeOf(loose, true), loose.input);
  }
}

/** Parts inputs into forms; those without a form by what stands around their password fields. */
export function fieldGroups(inputs: readonly HTMLInputElement[], clock: Clock): readonly FieldGroup[] {
  const groups: Groups = new Map();
  const loose: Loose[] = [];
  for (const input of inputs) {
    if (clock.late()) return [];
    const around = input.form === null ? [...outwards(input)] : [];
    const form = input.form ?? around.find(isForm);
    if (form === undefined) loose.push({ input, around });
    else join(groups, form, input);
  }
  for (const [form, members] of groups) {
    if (clock.late()) return [];
    if (!manifold(form, members)) continue;
    groups.delete(form);
    for (const input of members) {
      if (clock.late()) return [];
      loose.push({ input, around: [...outwards(input)] });
    }
  }
  partLoose(loose, groups, clock);
  return Array.from(groups, ([root, members]) => ({ root, inputs: members }));
}
