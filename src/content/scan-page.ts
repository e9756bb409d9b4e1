import { takesText } from '../domain/field-role.ts';
import type { Clock } from './clock.ts';
import { queryAll, shadowOf, type Tree } from './native-dom.ts';
import { isInput, isLabel } from './node-kinds.ts';
import { walk } from './walk.ts';

/**
 * What a page may have before the answer is that it is too complex. Nobody signs in among more fields than this, and
 * each costs up to 0.1 ms; open shadow roots are what an application made of components has, and cost 0.02 ms each.
 * `labels`: how many of one field are read.
 */
const limits = { inputs: 2_000, trees: 2_000, labels: 5 } as const;

/** What was found of a page, in its order, through open shadow roots. */
export interface PageScan {
  /** Every input that text can be typed into. */
  readonly inputs: readonly HTMLInputElement[];
  readonly labelsOf: (input: HTMLInputElement) => readonly Element[];
}

/** Asked of the labels and not of each field: a field looks through the whole page for its own. */
function labelsIn(trees: readonly Tree[], clock: Clock): ReadonlyMap<Element, readonly Element[]> {
  const labels = new Map<Element, Element[]>();
  for (const tree of trees)
    walk(queryAll(tree, 'label'), clock, (label) => {
      const control = isLabel(label) ? label.control : null;
      if (control === null) return;
      const found = labels.get(control) ?? [];
      if (found.length < limits.labels) labels.set(control, [...found, label]);
    });
  return labels;
}

/** Goes through a page; null when it has more than can be judged. */
export function scanPage(page: Document, clock: Clock): PageScan | null {
  const inputs: HTMLInputElement[] = [];
  const trees: Tree[] = [page];
  for (const tree of trees) {
    walk(queryAll(tree, 'input'), clock, (input) => {
      if (inputs.length <= limits.inputs && isInput(input) && takesText(input.type)) inputs.push(input);
    });
    if (inputs.length > limits.inputs) return null;
    walk(queryAll(tree, '*'), clock, (element) => {
      const shadow = shadowOf(element);
      if (shadow !== null) trees.push(shadow);
    });
    if (trees.length > limits.trees || clock.wasLate()) return null;
  }
  const labels = labelsIn(trees, clock);
  return { inputs, labelsOf: (input) => labels.get(input) ?? [] };
}
