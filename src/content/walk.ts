import type { Clock } from './clock.ts';

/** How many elements are passed between two looks at the clock: work of a fraction of a millisecond. */
const stride = 256;

/** Visits elements until it gets late; what is left then makes the whole reading void. */
export function walk(elements: ArrayLike<Element>, clock: Clock, visit: (element: Element) => void): void {
  for (let at = 0; at < elements.length; at += 1) {
    if (at % stride === 0 && clock.late()) return;
    visit(elements[at] as Element);
  }
}
