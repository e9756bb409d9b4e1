import { useEffect, useState } from 'preact/hooks';
import { lockDrafts, readDrafts, tellDraftsOnLeaving } from './draft-keeper.ts';
import { readTree } from './kept-tree.ts';

/**
 * What a person left on this page, of an unlocked vault: drafts, read before any form is shown and forgotten here when it
 * is locked, and the place in the tree. True once they are here.
 */
export function useLeftHere(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void Promise.all([readDrafts(), readTree()]).then(() => setReady(true));
    const stop = tellDraftsOnLeaving();
    return () => {
      stop();
      lockDrafts();
    };
  }, []);
  return ready;
}
