import { fieldPickLifetimeMs } from '../domain/field-pick.ts';
import { fieldPortName } from '../domain/field-port-name.ts';
import { fieldSteps } from './field-steps.ts';

/** In the extension's own world, where the page sees nothing: a newer question ends an older one. */
const world = globalThis as { linkedVaultChoosing?: () => void };

/** The field that an event is about: what was pressed, or what its label belongs to. */
function fieldOf(event: Event): HTMLInputElement | null {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return target;
  // A form may hide its own `closest` behind a field of that name.
  const label = target instanceof Element ? Element.prototype.closest.call(target, 'label') : null;
  return label instanceof HTMLLabelElement && label.control instanceof HTMLInputElement ? label.control : null;
}

/** Waits until a person points at a field: a press, or Enter while it has the focus. Escape ends it. */
function choose(): void {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  const take = (event: Event) => {
    const field = event.isTrusted ? fieldOf(event) : null;
    if (field === null) return;
    end();
    chrome.runtime.connect({ name: fieldPortName }).postMessage({ steps: fieldSteps(field) });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return end();
    if (event.key !== 'Enter' || fieldOf(event) === null) return;
    // It chooses the field, and must not send the form.
    event.preventDefault();
    event.stopImmediatePropagation();
    take(event);
  };
  addEventListener('pointerdown', take, { capture: true, signal });
  addEventListener('keydown', onKey, { capture: true, signal });
  const timer = setTimeout(end, fieldPickLifetimeMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  world.linkedVaultChoosing = end;
}

world.linkedVaultChoosing?.();
choose();
