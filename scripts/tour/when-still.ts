import { setTimeout as pause } from 'node:timers/promises';
import type { Surface } from '../../test/browser/surface.ts';

/** Runs in the page: what a picture of it depends on. */
function looks(): string {
  const { width, height } = document.body.getBoundingClientRect();
  const moving = document.getAnimations().filter(({ playState }) => playState === 'running').length;
  return JSON.stringify([
    innerWidth,
    innerHeight,
    width,
    height,
    moving,
    document.fonts.status,
    document.body.innerText,
  ]);
}

/**
 * Resolves once the surface has looked the same for 300 ms: a popup gets its size only after its content has changed.
 * After 3 s it resolves all the same, because a page may move for ever.
 */
export async function whenStill(surface: Surface): Promise<void> {
  const end = Date.now() + 3_000;
  let last = '';
  for (let same = 0; same < 3 && Date.now() < end; ) {
    const now = await surface.evaluate(looks);
    same = now === last ? same + 1 : 0;
    last = now;
    await pause(100);
  }
}
