import type { Refusal } from '../domain/fill.ts';
import { isButton } from './node-kinds.ts';
import { submitters } from './submitters.ts';

/** Where a form sends its values. */
export interface FormTarget {
  /** null without a form: then the page's own script sends, and the page's origin is what was checked. */
  readonly origin: string | null;
  readonly refusal: Refusal | null;
}

/** A field named `action` or `method` hides the form's own property in Chromium, so the getter is taken from the prototype. */
function property(prototype: object, name: string): (of: Element) => string {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => String(getter?.call(of) ?? '');
}

const action = property(HTMLFormElement.prototype, 'action');
const method = property(HTMLFormElement.prototype, 'method');
const buttonAction = property(HTMLButtonElement.prototype, 'formAction');
const buttonMethod = property(HTMLButtonElement.prototype, 'formMethod');
const inputAction = property(HTMLInputElement.prototype, 'formAction');
const inputMethod = property(HTMLInputElement.prototype, 'formMethod');

function originOf(address: string, base: string): string | null {
  try {
    return new URL(address, base).origin;
  } catch {
    return null;
  }
}

/** Where the form itself sends; a script address that does nothing leaves it to the page, whose origin was checked. */
const formAddress = (form: HTMLFormElement): string =>
  /^javascript:/i.test(action(form)) && nowhere(form, 'action') ? form.ownerDocument.URL : action(form);

/** Every way in which the form can be sent: its own, and those of its buttons. */
function ways(form: HTMLFormElement): readonly { readonly address: string; readonly method: string }[] {
  const root = form.getRootNode() as Document | ShadowRoot;
  const buttons = Array.from(root.querySelectorAll<HTMLButtonElement | HTMLInputElement>(submitters))
    .filter((button) => button.form === form)
    .map((button) => {
      const own = isButton(button) ? [buttonAction, buttonMethod] : [inputAction, inputMethod];
      const [addressOf, methodOf] = own as [typeof action, typeof method];
      return {
        address: button.hasAttribute('formaction') ? addressOf(button) : formAddress(form),
        method: button.hasAttribute('formmethod') ? methodOf(button) : method(form),
      };
    });
  return [{ address: formAddress(form), method: method(form) }, ...buttons];
}

const noAddress = /^(#?|javascript:(void\(0\))?;?)$/;

/** Whether an element declares no address of its own, or one that by itself goes nowhere. */
const nowhere = (element: Element, attribute: string): boolean =>
  noAddress.test((element.getAttribute(attribute) ?? '').replace(/\s/g, ''));

/** Whether the page's own script takes the submission, so that the default method says nothing. */
const scripted = (form: HTMLFormElement): boolean => nowhere(form, 'action') && !form.hasAttribute('method');

/** Judges a form's target: one web origin, never the address bar (GET), never a script address. */
export function formTarget(form: HTMLFormElement | null): FormTarget {
  if (form === null) return { origin: null, refusal: null };
  const all = ways(form);
  const origins = new Set(all.map(({ address }) => originOf(address, form.ownerDocument.baseURI)));
  const [origin] = origins;
  if (origins.size !== 1 || origin === undefined || origin === null || origin === 'null') {
    return { origin: null, refusal: 'form-sends-elsewhere' };
  }
  const get = all.some((way) => way.method === 'get');
  return { origin, refusal: get && !scripted(form) ? 'form-puts-values-in-address' : null };
}
