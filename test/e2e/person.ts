import type { Surface } from '../browser/surface.ts';
import { until } from '../browser/until.ts';

type Kind = 'button' | 'field';

/**
 * Runs in the page: finds what a person would find under this name, and marks it. null: not there (yet), or not usable.
 * A field is found by its label; a button, link, option or switch by its label or its text.
 */
function find(kind: Kind, name: string): string | null {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const byIds = (ids: string | null) =>
    (ids ?? '')
      .split(/\s+/)
      .map((id) => plain(document.getElementById(id)?.textContent))
      .join(' ');
  const names = (element: Element) => [
    plain(element.getAttribute('aria-label')),
    plain(byIds(element.getAttribute('aria-labelledby'))),
    ...Array.from((element as HTMLInputElement).labels ?? [], (label) => plain(label.textContent)),
    kind === 'button' ? plain(element.textContent) : '',
  ];
  const what =
    kind === 'field'
      ? 'input, textarea, select, [role=combobox]'
      : 'button, a[href], summary, input[type=checkbox], input[type=radio], [role=button], [role=option], [role=menuitem], [role=switch]';
  const usable = Array.from(document.querySelectorAll(what)).filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getAttribute('aria-disabled') !== 'true' &&
      !(element as HTMLInputElement).disabled,
  );
  const whole = usable.find((element) => names(element).includes(name));
  const found = whole ?? usable.find((element) => names(element).some((text) => text.startsWith(name)));
  if (found === undefined) return null;
  document.querySelector('[data-meant]')?.removeAttribute('data-meant');
  found.setAttribute('data-meant', '');
  return '[data-meant]';
}

/** What a person does with a page of the extension: everything by the names that are on it. */
export function person(surface: Surface) {
  const meant = (kind: Kind, name: string) => until(`the ${kind} "${name}"`, () => surface.evaluate(find, kind, name));
  const says = async () => (await surface.text()).replace(/\s+/g, ' ');
  return {
    surface,
    async click(name: string): Promise<void> {
      await surface.click(await meant('button', name));
    },
    async fill(name: string, text: string): Promise<void> {
      await surface.type(await meant('field', name), text);
    },
    /** Types into a searchable list and takes the option of that name. */
    async choose(field: string, typed: string, option: string): Promise<void> {
      await this.fill(field, typed);
      await this.click(option);
    },
    async select(field: string, value: string): Promise<void> {
      await surface.select(await meant('field', field), value);
    },
    async valueOf(field: string): Promise<string> {
      await meant('field', field);
      return surface.evaluate(() => (document.querySelector('[data-meant]') as HTMLInputElement | null)?.value ?? '');
    },
    /** Presses Enter where that closes the surface: the browser may take it away before it has answered. */
    async enterAndLeave(): Promise<void> {
      await surface.press('Enter').catch(() => undefined);
    },
    async sees(text: string, timeoutMs?: number): Promise<void> {
      let last = '';
      try {
        await until(
          `"${text}"`,
          async () => {
            last = await says();
            return last.includes(text);
          },
          timeoutMs,
        );
      } catch (error) {
        throw new Error(`"${text}" is not to be seen in: ${last.slice(0, 600)}`, { cause: error });
      }
    },
    says,
    async has(kind: Kind, name: string): Promise<boolean> {
      return (await surface.evaluate(find, kind, name)) !== null;
    },
  };
}

export type Person = ReturnType<typeof person>;
