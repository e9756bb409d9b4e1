import { useState } from 'preact/hooks';
import { movedBy } from '../ui/list-keys.ts';

/**
 * The active row of a list that is being searched: it starts anew whenever the question changes. `first`: where it was
 * when the list was left.
 */
export function useActive(count: number, question: string, start: number, first = start) {
  const [active, setActive] = useState({ question, index: first });
  const index = Math.min(active.question === question ? active.index : start, count - 1);
  const move = (key: string): boolean => {
    const next = movedBy(key, index, count);
    if (next !== null) setActive({ question, index: next });
    return next !== null;
  };
  const set = (next: number): void => setActive({ question, index: next });
  return { index, move, set };
}
