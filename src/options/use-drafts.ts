import { useEffect, useState } from 'preact/hooks';
import { lockDrafts, readDrafts, tellDraftsOnLeaving } from './draft-keeper.ts';

/** The drafts of an unlocked vault: read before any form is shown, forgotten here when it is locked. True once they are here. */
export function useDrafts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void readDrafts().then(() => setReady(true));
    const stop = tellDraftsOnLeaving();
    return () => {
      stop();
      lockDrafts();
    };
  }, []);
  return ready;
}
