import { useLayoutEffect } from 'preact/hooks';
import { useNewest } from '../ui/use-newest.ts';
import { deedOfKey } from './deed-of-key.ts';
import type { Deed } from './row-deeds.ts';

/** Passes on what a key does to the row in front, wherever the focus is. */
export function useRowKeys(onKey: (deed: Deed | 'menu') => void): void {
  const act = useNewest(onKey);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const deed = event.defaultPrevented ? null : deedOfKey(event);
      if (deed === null) return;
      event.preventDefault();
      act(deed);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
