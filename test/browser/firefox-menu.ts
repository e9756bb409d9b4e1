import type { Page } from 'puppeteer-core';
import type { ChromeScope } from './firefox-chrome-scope.ts';
import { activateMenuItem, closeMenu, menuIsClosed } from './firefox-window.ts';
import { until } from './until.ts';

/** Runs in the page: the middle of the field, or the page's corner. */
function placeOf(selector: string | null): { x: number; y: number } | null {
  if (selector === null) return { x: 2, y: 2 };
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = element?.getBoundingClientRect();
  return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** A true right click, then the item of the true menu. */
export async function chooseFromMenu(
  scope: ChromeScope,
  page: Page,
  menuItemId: string,
  selector: string | undefined,
): Promise<void> {
  const place = await page.evaluate(placeOf, selector ?? null);
  if (place === null) throw new Error(`"${selector}" is not on the page`);
  await page.mouse.click(place.x, place.y, { button: 'right' });
  try {
    await until(`the menu item "${menuItemId}"`, () => scope.run(activateMenuItem, menuItemId), 5_000);
  } catch (error) {
    await scope.run(closeMenu);
    throw error;
  }
  await until('the menu to close', () => scope.run(menuIsClosed));
}
