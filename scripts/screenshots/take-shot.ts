import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Surface } from '../../test/browser/surface.ts';
import { whenStill } from '../tour/when-still.ts';
import { smallPng } from './small-png.ts';

const looks = ['light', 'dark'] as const;

/** Runs in the page: the day on which the pictures are taken is not theirs to tell, and a page stands at its top, without room for a scroll bar. */
function settle(): void {
  scrollTo(0, 0);
  document.documentElement.style.scrollbarGutter = 'auto';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const still = node.data
      .replace(/\b[A-Z][a-z]{2} \d{1,2}, 20\d\d\b/g, 'Nov 27, 2026')
      .replace(/\b\d{1,2}:\d\d:\d\d\b/g, '9:41:00')
      .replace(/\b(\d+ minutes?|\d+ min|1 minute) ago\b/g, 'just now');
    if (still !== node.data) node.data = still;
  }
}

/** Pictures of one state, light and dark: of a popup what is in its window, of a page all of it. */
export async function takeShot(surface: Surface, folder: string, name: string): Promise<void> {
  const page = pageOf(surface);
  const whole = page.url().includes('/options/');
  // The window of a popup without a screen is lower than that of a person: the list gives way, not the line below it.
  if (!whole)
    await surface.evaluate(() => {
      document.getElementById('app')?.style.setProperty('max-block-size', `${innerHeight}px`);
    });
  for (const look of looks) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await surface.evaluate(settle);
    await whenStill(surface);
    const path = join(folder, `${name}-${look}.png`);
    writeFileSync(path, smallPng(await page.screenshot({ fullPage: whole })));
  }
  await page.emulateMediaFeatures([]);
}
