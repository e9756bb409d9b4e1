import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { decodeKept, type KeptView, keptAfter, nothingKept } from './kept-view.ts';

const key = 'popup-view';

/** Session memory may be missing or full; then the popup just starts afresh. */
async function read(): Promise<KeptView> {
  try {
    return decodeKept((await browser.storage.session.get(key))[key]);
  } catch {
    return nothingKept;
  }
}

/** What the popup opens on next time. */
export async function rememberView(kept: KeptView): Promise<void> {
  try {
    await browser.storage.session.set({ [key]: kept });
  } catch {
    // Nothing is lost but the place where the person was.
  }
}

/** Search text and view, kept while the browser runs; null until they have been read. */
export function useKeptView(): { readonly kept: KeptView | null; readonly keep: (change: Partial<KeptView>) => void } {
  const [kept, setKept] = useState<KeptView | null>(null);
  const newest = useRef(nothingKept);
  useLayoutEffect(() => {
    void read().then((was) => {
      newest.current = was;
      setKept(was);
    });
  }, []);
  const keep = useCallback((change: Partial<KeptView>) => {
    newest.current = keptAfter(newest.current, change);
    setKept(newest.current);
    void rememberView(newest.current);
  }, []);
  return { kept, keep };
}
