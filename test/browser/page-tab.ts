import type { KeyInput, Page } from 'puppeteer-core';
import { type Surface, surfaceOf, type Tab } from './surface.ts';

const pages = new WeakMap<Surface, Page>();

/** A puppeteer page as a surface. */
export function pageSurface(page: Page): Surface {
  const surface = surfaceOf({
    evaluate: (fn, ...args) => page.evaluate(fn as never, ...(args as unknown as never[])) as never,
    clickAt: (x, y) => page.mouse.click(x, y),
    typeText: (text) => page.keyboard.type(text),
    async pressKey(key, modifiers) {
      for (const modifier of modifiers) await page.keyboard.down(modifier as KeyInput);
      await page.keyboard.press(key as KeyInput);
      for (const modifier of modifiers.toReversed()) await page.keyboard.up(modifier as KeyInput);
    },
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
  });
  pages.set(surface, page);
  return surface;
}

/** A puppeteer page as a tab; `goto` is each browser's own. */
export function pageTab(page: Page, goto: (url: string) => Promise<void>): Tab {
  const tab: Tab = {
    ...pageSurface(page),
    goto,
    url: () => page.evaluate(() => location.href),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
  pages.set(tab, page);
  return tab;
}

/** The puppeteer page behind a surface that was made here. */
export function pageOf(surface: Surface): Page {
  const page = pages.get(surface);
  if (page === undefined) throw new Error('this surface was not opened by a browser driver');
  return page;
}
