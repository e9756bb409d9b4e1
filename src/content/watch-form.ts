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

/** What a look brought: `done` ends the watch, `again` means one more look even if nothing changes. */
export type Looked = 'done' | 'nothing' | 'again';

/**
 * Looks whenever the page has changed and then been given a moment, until the time is up or a look says that it is done.
 * It leaves nothing in the page, and while a look is due it does not even listen, so that a page that changes thousands
 * of times a second costs no more than one that changed once.
 */
export function watchForm(forMs: number, look: () => Looked): () => void {
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
    lookLater();
  });
  const lookLater = () => {
    timer = setTimeout(lookNow, Math.max(patienceMs, tookMs * pace.share));
  };
  const listen = () => {
    heardSince = performance.now();
    for (const page of [document, ...framedPages()]) observer.observe(page, watched);
  };
  const lookNow = () => {
    const began = performance.now();
    const looked = look();
    if (looked === 'done') return stop();
    if (looked === 'nothing') listen();
    tookMs = performance.now() - began;
    patienceMs = Math.min(patienceMs * pace.slower, pace.late);
    if (looked === 'again') lookLater();
  };
  const end = setTimeout(stop, forMs);
  lookLater();
  return stop;
}
