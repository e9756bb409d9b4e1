import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';

/** What the fields of a page hold, as the page itself would read them. */
export interface PageValues {
  /** The first text field that shows. */
  readonly username: string | null;
  readonly password: string | null;
}

export const valuesOf = (tab: Tab): Promise<PageValues> =>
  tab.evaluate(() => {
    const shown = Array.from(document.querySelectorAll('input')).filter((input) => input.checkVisibility());
    const value = (wanted: (input: HTMLInputElement) => boolean) => shown.find(wanted)?.value ?? null;
    return {
      username: value(({ type }) => ['text', 'email', 'tel'].includes(type)),
      password: value(({ type }) => type === 'password'),
    };
  });

/** Waits until the page holds just this. */
export async function holds(tab: Tab, values: Partial<PageValues>): Promise<void> {
  let now: PageValues = { username: null, password: null };
  await until(`the page to hold ${Object.keys(values).join(' and ')}`, async () => {
    now = await valuesOf(tab);
    return Object.entries(values).every(([role, value]) => now[role as keyof PageValues] === value);
  });
}

/** Presses the button of the page's form, as a person does after looking. */
export const pressSubmit = (tab: Tab): Promise<void> => tab.click('form button');
