import { animationsOf } from './native-dom.ts';

/** How long a page may go on moving before it is judged as it is (ms). */
const longestMs = 1_500;
const stepMs = 50;

/** Whether anything of the page is on its way to where it will stay; what turns for ever does not count. */
const moving = (): boolean =>
  animationsOf(document).some(
    ({ playState, effect }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
  );

/** Calls back once nothing moves any more: fields that slide or fade in are seen where they come to rest. */
export function atRest(then: () => void, sinceMs = performance.now()): void {
  if (!moving() || performance.now() - sinceMs > longestMs) then();
  else setTimeout(() => atRest(then, sinceMs), stepMs);
}
