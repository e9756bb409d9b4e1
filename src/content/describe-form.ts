import type { FieldDescription, KnownField } from '../domain/field-role.ts';
import type { FormPlace } from '../domain/form-hints.ts';
import type { FormDescription } from '../domain/form-kind.ts';
import { cleanText } from './clean-text.ts';
import { isElement, isText } from './node-kinds.ts';
import { outer } from './outwards.ts';
import { submitters } from './submitters.ts';

/** How much of a page's text is looked at. */
const limits = { nodes: 400, characters: 6_000, piece: 200, attributeSteps: 3 } as const;

const buttons = 'button, input[type=submit], input[type=button], input[type=image], [role=button]';
const typed =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset])';

type Words = Record<FormPlace, string[]>;

const clean = (text: string | null | undefined): string => cleanText(text, limits.piece);
const skipped = /^(script|style|option|noscript|template|svg|textarea|iframe)$/;

function placeOf(element: Element): FormPlace {
  for (let at: Element | null = element, steps = 0; at !== null && steps < 5; at = at.parentElement, steps += 1) {
    if (/^h[1-6]$|^legend$/.test(at.localName) || at.getAttribute('role') === 'heading') return 'heading';
    if (at.localName === 'a') return 'link';
    if (at.localName === 'label') return 'label';
    if (at.matches(buttons)) return 'button';
    if (at.localName === 'form') return 'text';
    if (
      /\b(title|heading|headline|header)\b/i.test(at.getAttribute('class') ?? '') &&
      clean(at.textContent).length < 60
    )
      return 'heading';
  }
  return 'text';
}

const nameOf = (button: Element): readonly string[] =>
  [
    button.textContent,
    (button as HTMLInputElement).value,
    button.getAttribute('aria-label'),
    button.getAttribute('title'),
    button.getAttribute('alt'),
  ]
    .map(clean)
    .filter(Boolean);

function readText(scope: Element, words: Words): void {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    isElement(node) && (skipped.test(node.localName) || node.hasAttribute('hidden') || !node.checkVisibility())
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let characters = 0;
  let pieces = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const text = clean(node.data);
    if (text.length < 2 || node.parentElement === null) continue;
    const place = placeOf(node.parentElement);
    if (place !== 'button') words[place].push(text);
    characters += text.length;
    pieces += 1;
    if (characters > limits.characters || pieces > limits.nodes) return;
  }
}

function readButtons(scope: Element, words: Words): void {
  const all = Array.from(scope.querySelectorAll(buttons)).filter((button) => button.checkVisibility());
  const submits = all.filter((button) => button.matches(submitters));
  for (const button of all) {
    const place = submits.length === 0 || submits.includes(button) ? 'submit' : 'button';
    words[place].push(...nameOf(button));
  }
}

/** The part of the page around a form that has no other fields in it: its heading and its links often stand there. */
function surroundings(form: Element, own: number): Element {
  let at = form;
  for (let next = outer(at); next !== null && next !== form.ownerDocument.documentElement; next = outer(next)) {
    if (next.querySelectorAll(typed).length > own || (next.textContent?.length ?? 0) > 20_000) break;
    at = next;
  }
  return at;
}

function attributesOf(form: Element): readonly string[] {
  const found: string[] = [];
  for (
    let at: Element | null = form, step = 0;
    at !== null && step < limits.attributeSteps;
    at = outer(at), step += 1
  ) {
    if (at === form.ownerDocument.body || at === form.ownerDocument.documentElement) break;
    for (const name of ['id', 'name', 'class', 'action', 'aria-label', 'data-testid'])
      found.push(clean(at.getAttribute(name)).split('?')[0] ?? '');
  }
  return found.filter(Boolean);
}

/** What a page says of a form. Nothing of it leaves the page. */
export function describeForm(
  form: Element,
  described: readonly FieldDescription[],
  fields: readonly KnownField[],
  hiddenPassword: boolean,
): FormDescription {
  const words: Words = {
    submit: [],
    button: [],
    heading: [],
    link: [],
    attribute: [],
    text: [],
    title: [],
    label: [],
    field: [],
  };
  const scope = surroundings(form, form.querySelectorAll(typed).length);
  readButtons(form, words);
  if (words.submit.length === 0) readButtons(scope, words);
  readText(scope, words);
  words.attribute.push(...attributesOf(form));
  words.field.push(...described.flatMap(({ names, texts }) => [...names, ...texts]));
  words.title.push(clean(form.ownerDocument.title));
  return {
    words,
    fields,
    hiddenPassword,
    textAreas: form.querySelectorAll('textarea').length,
    selects: form.querySelectorAll('select').length,
  };
}
