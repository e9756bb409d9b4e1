import type { FieldRole } from './fill.ts';

/** Where in a page a field is, and what it is for. */
export interface FieldPlace {
  readonly role: FieldRole;
  /** One CSS selector for each tree on the way: the page's own, then that of each open shadow root. */
  readonly steps: readonly string[];
}

/** What may be kept of a place: how many trees deep, and how long a selector. */
export const placeLimits = { steps: 10, selector: 500 } as const;
