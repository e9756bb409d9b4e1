import { until } from './until.ts';

export type Evaluate = <A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>;

/**
 * A document that a test drives as a person would: a tab or the toolbar popup.
 * A selector is CSS, optionally followed by ` >> text`: the visible element whose text is exactly that.
 */
export interface Surface {
  /** Runs a self-contained function in the document; arguments and result cross as JSON. */
  readonly evaluate: Evaluate;
  /** Waits (default 10 s) for a visible element, or for a function in the document to give something truthy. */
  waitFor(condition: string | (() => unknown), timeoutMs?: number): Promise<void>;
  /** Waits for the element, scrolls to it and clicks its middle; an element that stays covered (10 s) is an error. */
  click(selector: string, timeoutMs?: number): Promise<void>;
  /** Focuses the field and types over what it holds, key by key. */
  type(selector: string, text: string): Promise<void>;
  /** Chooses an option of a `<select>` by its value. */
  select(selector: string, value: string): Promise<void>;
  /**
   * One key as `KeyboardEvent.key` names it, with modifiers before it: `Enter`, `Shift+Tab`, `Control+a`. It reaches
   * the document, not the browser around it: Escape does not close a popup, `closePopup` does.
   */
  press(keys: string): Promise<void>;
  /** The rendered text of the first visible match, default the whole body. */
  text(selector?: string): Promise<string>;
  /** Writes a PNG. */
  screenshot(path: string): Promise<void>;
}

export interface Tab extends Surface {
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** What each browser supplies; everything else about a surface is the same everywhere. */
export interface SurfaceInput {
  readonly evaluate: Evaluate;
  clickAt(x: number, y: number): Promise<void>;
  typeText(text: string): Promise<void>;
  pressKey(key: string, modifiers: readonly string[]): Promise<void>;
  screenshot(path: string): Promise<void>;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly coveredBy: string | null;
}

/** Runs in the page: what to do with the first visible element that a selector names; null when there is none. */
function act(
  selector: string,
  action: 'seen' | 'place' | 'focus' | 'text' | 'select',
  value = '',
): Place | string | null {
  const [css = '', text] = selector.split(' >> ');
  const shown = (e: Element): boolean =>
    e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const element = Array.from(document.querySelectorAll<HTMLElement>(css)).find(
    (e) => shown(e) && (text === undefined || e.innerText.trim() === text),
  );
  if (element === undefined) return null;
  if (action === 'text') return element.innerText;
  if (action === 'focus') {
    element.focus();
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
  }
  if (action === 'select' && element instanceof HTMLSelectElement) {
    element.value = value;
    if (element.value !== value) return null;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (action !== 'place') return action;
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const x = left + width / 2;
  const y = top + height / 2;
  const hit = document.elementFromPoint(x, y);
  const labels = 'labels' in element ? Array.from((element as HTMLInputElement).labels ?? []) : [];
  const free = hit !== null && [element, ...labels].some((e) => e.contains(hit) || e.shadowRoot?.contains(hit));
  return { x, y, coveredBy: free ? null : (hit?.outerHTML.slice(0, 120) ?? 'nothing: it is out of view') };
}

/** A whole surface made of what the browser supplies. */
export function surfaceOf(input: SurfaceInput): Surface {
  const { evaluate } = input;
  const find = (selector: string, action: Parameters<typeof act>[1], value?: string) =>
    until(`"${selector}" (${action})`, () => evaluate(act, selector, action, value ?? ''));
  return {
    evaluate,
    screenshot: (path) => input.screenshot(path),
    async waitFor(condition, timeoutMs) {
      const what = typeof condition === 'string' ? `"${condition}"` : String(condition);
      const probe = async () =>
        typeof condition === 'string'
          ? (await evaluate(act, condition, 'seen', '')) !== null
          : Boolean(await evaluate(condition));
      await until(what, probe, timeoutMs);
    },
    async click(selector, timeoutMs) {
      let before = '';
      const probe = async () => {
        const place = await evaluate(act, selector, 'place', '');
        if (place === null || typeof place === 'string') return null;
        if (place.coveredBy !== null) throw new Error(`"${selector}" is covered by ${place.coveredBy}`);
        // A person clicks what has come to rest: a list that arrives late moves what is below it.
        const now = `${place.x},${place.y}`;
        const rests = now === before;
        before = now;
        return rests ? place : null;
      };
      const { x, y } = await until(`"${selector}" to be clickable`, probe, timeoutMs);
      await input.clickAt(x, y);
    },
    async type(selector, text) {
      await find(selector, 'focus');
      if (text === '') await input.pressKey('Delete', []);
      else await input.typeText(text);
    },
    async select(selector, value) {
      await find(selector, 'select', value);
    },
    async press(keys) {
      const parts = keys.split(/\+(?=.)/);
      await input.pressKey(parts.at(-1) ?? keys, parts.slice(0, -1));
    },
    text: async (selector = 'body') => String(await find(selector, 'text')),
  };
}
