import { join } from 'node:path';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Surface } from '../../test/browser/surface.ts';
import { whenStill } from '../tour/when-still.ts';

const looks = ['light', 'dark'] as const;

/** Pictures of one state, light and dark: of a popup what is in its window, of a page all of it. */
export async function takeShot(surface: Surface, folder: string, name: string): Promise<void> {
  const page = pageOf(surface);
  for (const look of looks) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await whenStill(surface);
    const path = join(folder, `${name}-${look}.png`) as `${string}.png`;
    await page.screenshot({ path, fullPage: page.url().includes('/options/') });
  }
  await page.emulateMediaFeatures([]);
}
