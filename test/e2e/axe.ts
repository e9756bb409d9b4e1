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
