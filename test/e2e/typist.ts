import type { Surface } from '../browser/surface.ts';
import { until } from '../browser/until.ts';

/** Runs in the page: what a screen reader would call the element that has the focus. */
function focusName(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const labels = Array.from((element as HTMLInputElement).labels ?? [], (label) => label.textContent ?? '');
  const by = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '');
  const names = [element.getAttribute('aria-label') ?? '', ...labels, by.join(' '), element.textContent ?? ''];
  return (names.find((name) => name.trim() !== '') ?? '').replace(/\s+/g, ' ').trim();
}

/** A person with a keyboard and nothing else. */
export function typist(surface: Surface) {
  const focus = () => surface.evaluate(focusName);
  const tabTo = async (name: string): Promise<void> => {
    const passed: string[] = [];
    for (let i = 0; i < 80; i++) {
      const here = await focus();
      if (here === name) return;
      passed.push(here);
      await surface.press('Tab');
    }
    throw new Error(`"${name}" cannot be reached by Tab; passed: ${[...new Set(passed)].join(' | ')}`);
  };
  const write = async (text: string): Promise<void> => {
    for (const sign of text) await surface.press(sign);
  };
  return {
    tabTo,
    write,
    press: (key: string) => surface.press(key),
    /** A new page of ours begins at its heading, and says so by the focus. */
    async arrivesAt(heading: string) {
      await until(
        `the heading "${heading}"`,
        async () =>
          (await surface.evaluate(() => document.activeElement?.localName)) === 'h1' && (await focus()) === heading,
      );
    },
    async fill(name: string, text: string) {
      await tabTo(name);
      await write(text);
    },
    async activate(name: string) {
      await tabTo(name);
      // Links take Enter alone; a button takes both, as everybody has a habit of one of them.
      const link = await surface.evaluate(() => document.activeElement?.localName === 'a');
      await surface.press(link ? 'Enter' : ' ');
    },
  };
}
