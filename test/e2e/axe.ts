import axe from 'axe-core';
import type { Surface } from '../browser/surface.ts';

/** A function whose text is axe itself: the pages' policy lets no other script in. */
const putAxe = new Function(axe.source) as () => void;

/** What axe finds against WCAG 2.2 AA on a surface as it is now. */
export async function violations(surface: Surface): Promise<readonly string[]> {
  await surface.evaluate(putAxe);
  return surface.evaluate(async () => {
    const { axe: tester } = globalThis as unknown as { axe: typeof axe };
    const found = await tester.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

const looks = ['dark', 'contrast', 'contrast and dark'] as const;

/** Runs in the page: shows it as it is where these preferences are set and no others, in any browser. */
function wear(look: string): void {
  const scope = globalThis as typeof globalThis & { asWritten?: Map<CSSMediaRule, string> };
  scope.asWritten ??= new Map();
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const written = scope.asWritten.get(rule) ?? rule.media.mediaText;
      scope.asWritten.set(rule, written);
      const [dark, contrast] = [written.includes('color-scheme: dark'), written.includes('contrast: more')];
      const worn = (!dark || look.includes('dark')) && (!contrast || look.includes('contrast'));
      if (dark || contrast) rule.media.mediaText = worn ? 'all' : 'not all';
    }
  // A colour on its way from one look to the next is of neither.
  for (const moving of document.getAnimations()) if (moving instanceof CSSTransition) moving.finish();
}

/** Contrast in every look that a person can ask for. */
export async function faint(surface: Surface): Promise<readonly string[]> {
  const found: string[] = [];
  await surface.evaluate(putAxe);
  for (const look of looks) {
    await surface.evaluate(wear, look);
    const here = await surface.evaluate(async () => {
      const { axe: tester } = globalThis as unknown as { axe: typeof axe };
      const { violations: all } = await tester.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } });
      return all.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 120)));
    });
    found.push(...here.map((html) => `${look}: ${html}`));
  }
  return found;
}
