import type { FieldPlace } from '../domain/field-place.ts';
import { queryAll, shadowOf, type Tree } from './native-dom.ts';
import { isInput } from './node-kinds.ts';
import type { ReadInput } from './read-form.ts';

function only(root: Tree, selector: string): Element | null {
  try {
    const found = queryAll(root, selector);
    return found.length === 1 ? (found[0] ?? null) : null;
  } catch {
    // What is no selector finds nothing.
    return null;
  }
}

/** The one field at a place; null when it is not there, or no longer the only one that the selectors mean. */
function fieldAt({ steps }: FieldPlace): HTMLInputElement | null {
  let root: Tree | null = document;
  let found: Element | null = null;
  for (const step of steps) {
    if (root === null) return null;
    found = only(root, step);
    root = found && shadowOf(found);
  }
  return found !== null && isInput(found) ? found : null;
}

/** The fields that a person chose and that this page has. */
export function chosenFields(places: readonly FieldPlace[]): readonly ReadInput[] {
  return places.flatMap((place) => {
    const input = fieldAt(place);
    return input === null ? [] : [{ role: place.role, input, type: input.type }];
  });
}
