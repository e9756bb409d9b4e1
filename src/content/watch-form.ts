import { framedPages } from './page-frames.ts';

const settleMs = 150;

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'disabled', 'readonly', 'type'],
};

/**
 * Calls back whenever the page has changed and then been quiet for a moment, until the time is up or the callback says
 * that it is done. It looks only, and leaves nothing in the page.
 */
export function watchForm(forMs: number, changed: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, settleMs);
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(end);
  };
  const look = () => {
    timer = undefined;
    if (changed()) stop();
  };
  const end = setTimeout(stop, forMs);
  for (const page of [document, ...framedPages()]) observer.observe(page, watched);
  timer = setTimeout(look, settleMs);
  return stop;
}
