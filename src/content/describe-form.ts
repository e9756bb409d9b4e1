import type { FieldDescription, KnownField } from '../domain/field-role.ts';
import type { FormPlace } from '../domain/form-hints.ts';
import type { FormDescription } from '../domain/form-kind.ts';
import { cleanText } from './clean-text.ts';
import type { Clock } from './clock.ts';
import {
  attribute,
  bodyOf,
  hasAttribute,
  isRendered,
  matches,
  nameOf,
  pageOf,
  parentOf,
  queryAll,
  textOf,
  titleOf,
  topOf,
  walkerOf,
} from './native-dom.ts';
import { isButton, isElement, isInput, isText } from './node-kinds.ts';
import { once } from './once.ts';
import { outer } from './outwards.ts';
import { submitters } from './submitters.ts';

/** How much of a page's text is looked at. */
const limits = { buttons: 400, nodes: 400, characters: 6_000, piece: 200, attributeSteps: 3, around: 20_000 } as const;

const buttons = 'button, input[type=submit], input[type=button], input[type=image], [role=button]';
const typed =
  'input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset])';

type Words = Record<FormPlace, string[]>;

const clean = (text: string | null | undefined): string => cleanText(text, limits.piece);
const skipped = /^(script|style|option|noscript|template|svg|textarea|iframe)$/;

function placeOf(element: Element): FormPlace {
  for (let at: Element | null = element, steps = 0; at !== null && steps < 5; at = parentOf(at), steps += 1) {
    const name = nameOf(at);
    if (/^h[1-6]$|^legend$/.test(name) || attribute(at, 'role') === 'heading') return 'heading';
    if (name === 'a') return 'link';
    if (name === 'label') return 'label';
    if (matches(at, buttons)) return 'button';
    if (name === 'form') return 'text';
    if (/\b(title|heading|headline|header)\b/i.test(attribute(at, 'class') ?? '') && clean(textOf(at)).length < 60)
      return 'heading';
  }
  return 'text';
}

const saidBy = (button: Element): readonly string[] =>
  [
    textOf(button),
    isInput(button) || isButton(button) ? button.value : null,
    ...['aria-label', 'title', 'alt'].map((name) => attribute(button, name)),
  ]
    .map(clean)
    .filter(Boolean);

const isSkipped = (element: Element): boolean =>
  skipped.test(nameOf(element)) || hasAttribute(element, 'hidden') || !isRendered(element);

function readText(scope: Element, words: Words, clock: Clock): void {
  const filter = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walker = walkerOf(document, scope, filter, (node) =>
    clock.late() || (isElement(node) && isSkipped(node)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let characters = 0;
  let pieces = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const text = clean(node.data);
    const parent = parentOf(node);
    if (text.length < 2 || parent === null) continue;
    const place = placeOf(parent);
    if (place !== 'button') words[place].push(text);
    characters += text.length;
    pieces += 1;
    if (characters > limits.characters || pieces > limits.nodes) return;
  }
}

function readButtons(scope: Element, words: Words): void {
  const all = Array.from(queryAll(scope, buttons))
    .slice(0, limits.buttons)
    .filter((button) => isRendered(button));
  const submits = all.filter((button) => matches(button, submitters));
  for (const button of all) {
    const place = submits.length === 0 || submits.includes(button) ? 'submit' : 'button';
    words[place].push(...saidBy(button));
  }
}

/** How much an element holds. */
export type Measure = (element: Element) => { readonly fields: number; readonly characters: number };

export const createMeasure = (): Measure =>
  once((element) => ({ fields: queryAll(element, typed).length, characters: textOf(element)?.length ?? 0 }));

/** The part of the page around a form that has no other fields in it: its heading and its links often stand there. */
function surroundings(form: Element, measure: Measure): Element {
  const own = measure(form).fields;
  const top = topOf(pageOf(form));
  let at = form;
  for (let next = outer(at); next !== null && next !== top; next = outer(next)) {
    const { fields, characters } = measure(next);
    if (fields > own || characters > limits.around) break;
    at = next;
  }
  return at;
}

function attributesOf(form: Element): readonly string[] {
  const found: string[] = [];
  const page = pageOf(form);
  for (
    let at: Element | null = form, step = 0;
    at !== null && step < limits.attributeSteps;
    at = outer(at), step += 1
  ) {
    if (at === bodyOf(page) || at === topOf(page)) break;
    for (const name of ['id', 'name', 'class', 'action', 'aria-label', 'data-testid'])
      found.push(clean(attribute(at, name)).split('?')[0] ?? '');
  }
  return found.filter(Boolean);
}

/** What a page says of a form. Nothing of it leaves the page. */
export function describeForm(
  form: Element,
  described: readonly FieldDescription[],
  fields: readonly KnownField[],
  hiddenPassword: boolean,
  measure: Measure,
  clock: Clock,
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
  const scope = surroundings(form, measure);
  readButtons(form, words);
  if (words.submit.length === 0) readButtons(scope, words);
  readText(scope, words, clock);
  words.attribute.push(...attributesOf(form));
  words.field.push(...described.flatMap(({ names, texts }) => [...names, ...texts]));
  words.title.push(clean(titleOf(pageOf(form))));
  return {
    words,
    fields,
    hiddenPassword,
    textAreas: queryAll(form, 'textarea').length,
    selects: queryAll(form, 'select').length,
  };
}
