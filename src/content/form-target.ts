import type { Refusal } from '../domain/fill.ts';
import {
  addressOf,
  attribute,
  baseOf,
  getter,
  hasAttribute,
  pageOf,
  queryAll,
  rootOf,
  type Tree,
} from './native-dom.ts';
import { submitters } from './submitters.ts';

/** Where a form sends its values. */
export interface FormTarget {
  /** null without a form: then the page's own script sends, and the page's origin is what was checked. */
  readonly origin: string | null;
  readonly refusal: Refusal | null;
}

const action = getter(HTMLFormElement.prototype, 'action');
const method = getter(HTMLFormElement.prototype, 'method');

type Submitter = HTMLButtonElement | HTMLInputElement;

function originOf(address: string, base: string): string | null {
  try {
    return new URL(address, base).origin;
  } catch {
    return null;
  }
}

/** Where the form itself sends; a script address that does nothing leaves it to the page, whose origin was checked. */
const formAddress = (form: HTMLFormElement): string =>
  /^javascript:/i.test(action(form)) && nowhere(form, 'action') ? addressOf(pageOf(form)) : action(form);

interface Way {
  readonly address: string;
  readonly method: string;
}

/** Every way in which the form can be sent: its own, and those of its buttons. */
function ways(form: HTMLFormElement): readonly Way[] {
  const own = { address: formAddress(form), method: method(form) };
  const buttons = Array.from(queryAll(rootOf(form) as Tree, submitters) as NodeListOf<Submitter>)
    .filter((button) => button.form === form)
    .map((button) => ({
      address: button.hasAttribute('formaction') ? button.formAction : own.address,
      method: button.hasAttribute('formmethod') ? button.formMethod : own.method,
    }));
  return [own, ...buttons];
}

const noAddress = /^(#?|javascript:(void\(0\))?;?)$/;

/** Whether an element declares no address of its own, or one that by itself goes nowhere. */
const nowhere = (element: Element, name: string): boolean =>
  noAddress.test((attribute(element, name) ?? '').replace(/\s/g, ''));

/** Whether the page's own script takes the submission, so that the default method says nothing. */
const scripted = (form: HTMLFormElement): boolean => nowhere(form, 'action') && !hasAttribute(form, 'method');

/** Judges a form's target: one web origin, never the address bar (GET), never a script address. */
export function formTarget(form: HTMLFormElement | null): FormTarget {
  if (form === null) return { origin: null, refusal: null };
  const all = ways(form);
  const origins = new Set(all.map(({ address }) => originOf(address, baseOf(form))));
  const [origin] = origins;
  if (origins.size !== 1 || origin === undefined || origin === null || origin === 'null') {
    return { origin: null, refusal: 'form-sends-elsewhere' };
  }
  const get = all.some((way) => way.method === 'get');
  return { origin, refusal: get && !scripted(form) ? 'form-puts-values-in-address' : null };
}
