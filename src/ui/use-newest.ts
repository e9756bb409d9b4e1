import { useCallback, useRef } from 'preact/hooks';

/** One function for the life of a component that does what its newest one does: what it is handed to need not be drawn again. */
export function useNewest<Args extends readonly unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(act);
  newest.current = act;
  return useCallback((...args: Args) => newest.current(...args), []);
}
