import { framedPages } from './page-frames.ts';

/**
 * When the page is looked at again (ms). A change is looked at `soon`; on a page that never stops changing every look
 * that brings nothing makes the next one later by `slower`, up to `late`; and looking never takes more than one part in
 * `share` of the page's time.
 */
const pace = { soon: 150, slower: 1.1, late: 1_000, share: 20 } as const;

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'type'],
};

/**
 * Calls back whenever the page has changed and then been given a moment, until the time is up or the callback says that
 * it is done. It looks only, and leaves nothing in the page; while a look is due it does not even listen, so that a
 * page that changes thousands of times a second costs no more than one that changed once.
 */
export function watchForm(forMs: number, changed: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patienceMs: number = pace.soon;
  let tookMs = 0;
  let heardSince = 0;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(end);
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    // It has been quiet for long: what happens now is news again.
    if (performance.now() - heardSince > pace.late) patienceMs = pace.soon;
    timer = setTimeout(look, Math.max(patienceMs, tookMs * pace.share));
  });
  const listen = () => {
    heardSince = performance.now();
    for (const page of [document, ...framedPages()]) observer.observe(page, watched);
  };
  const look = () => {
    const began = performance.now();
    if (changed()) return stop();
    tookMs = performance.now() - began;
    patienceMs = Math.min(patienceMs * pace.slower, pace.late);
    listen();
  };
  const end = setTimeout(stop, forMs);
  timer = setTimeout(look, pace.soon);
  return stop;
}
