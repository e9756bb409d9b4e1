import type { Surface } from '../../test/browser/surface.ts';
import { until } from '../../test/browser/until.ts';
import { median, percentile } from './statistics.ts';
import { typedSearches } from './typed-searches.ts';

/** Milliseconds from a key in the popup's search to the last change of the page that it led to, drawing not included. */
export interface PopupKeyTimes {
  readonly p95: number;
  readonly median: number;
  readonly keys: number;
}

/** Runs in the popup: types a text key by key. Each key's list is there when nothing has changed for `restMs`. */
async function typeSlowly(text: string, restMs: number): Promise<readonly number[]> {
  const box = document.querySelector<HTMLInputElement>('input[role=combobox]');
  if (box === null) throw new Error('There is no search.');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  let changed = 0;
  // What is said to a screen reader comes once a person has stopped typing.
  const said = ({ target }: MutationRecord) =>
    (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [aria-live]') != null;
  const observer = new MutationObserver((records) => {
    if (!records.every(said)) changed = performance.now();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  const times: number[] = [];
  const enter = async (value: string): Promise<number> => {
    const start = performance.now();
    changed = start;
    setValue?.call(box, value);
    box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    do await new Promise((resolve) => setTimeout(resolve, restMs));
    while (performance.now() - changed < restMs);
    return changed - start;
  };
  for (let keys = 1; keys <= text.length; keys += 1) times.push(await enter(text.slice(0, keys)));
  await enter('');
  observer.disconnect();
  return times;
}

/** Longer than any answer of the worker takes. */
const restMs = 150;

/** Types what technicians type into the search of an open popup. */
export async function keysInPopup(popup: Surface): Promise<PopupKeyTimes> {
  await until('the search', () => popup.evaluate(() => document.querySelector('input[role=combobox]') !== null));
  // What the compiler has to learn is not counted.
  await popup.evaluate(typeSlowly, 'portal', restMs);
  const times: number[] = [];
  for (const text of typedSearches) times.push(...(await popup.evaluate(typeSlowly, text, restMs)));
  return { p95: percentile(times, 0.95), median: median(times), keys: times.length };
}
