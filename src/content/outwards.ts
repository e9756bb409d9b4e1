import { parentOf, rootOf, slotOf } from './native-dom.ts';
import { isShadowRoot } from './node-kinds.ts';

/** The next element outwards, across open shadow roots and slots. */
export function outer(element: Element): Element | null {
  const around = slotOf(element) ?? parentOf(element);
  if (around !== null) return around;
  const root = rootOf(element);
  return isShadowRoot(root) ? root.host : null;
}

/** The element itself and everything around it, innermost first. */
export function* outwards(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = outer(at)) yield at;
}
