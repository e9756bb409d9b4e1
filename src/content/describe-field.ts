import type { FieldDescription } from '../domain/field-role.ts';
import { cleanText } from './clean-text.ts';
import { attribute, elementById, nameOf, previousOf, queryAll, rootOf, type Tree, textOf } from './native-dom.ts';
import { isElement, isShadowRoot, isText } from './node-kinds.ts';
import { once } from './once.ts';
import { outer } from './outwards.ts';

const longest = 120;
/** How many elements a field may name as its label. */
const mostNamed = 5;
/** How far around an input without a label its words are looked for, and how many nodes back in each step. */
const nearby = { steps: 3, nodes: 50 } as const;

/** Attributes by which frameworks name a field. */
const nameAttributes = ['formcontrolname', 'ng-model', 'v-model', 'data-bind', 'data-testid', 'data-test', 'data-name'];

const clean = (text: string | null | undefined): string => cleanText(text, longest);

function labelTexts(input: HTMLInputElement, labels: Iterable<Element>): readonly string[] {
  const named = input.getAttribute('aria-labelledby')?.split(/\s+/, mostNamed) ?? [];
  const elements = named.map((id) => elementById(rootOf(input) as Tree, id));
  return [...elements, ...labels].map((element) => clean(element && textOf(element)));
}

const isControl = (element: Element): boolean => /^(input|select|textarea|button)$/.test(nameOf(element));
const holdsControl = (element: Element): boolean =>
  isControl(element) || queryAll(element, 'input:not([type=hidden]), select, textarea, button').length > 0;

function textBefore(element: Element): string {
  let node = previousOf(element);
  for (let back = 0; node !== null && back < nearby.nodes; node = previousOf(node), back += 1) {
    if (isElement(node) && holdsControl(node)) return '';
    const text = clean(textOf(node));
    if (text !== '' && (isElement(node) || isText(node))) return text;
  }
  return '';
}

/** Whether an element holds more than one field, so that what stands before it is said of all of them. */
export type IsShared = (element: Element) => boolean;

export const createIsShared = (): IsShared =>
  once((element) => queryAll(element, 'input:not([type=hidden]):not([type=checkbox])').length > 1);

/** Words just before an input that nothing labels: the table cell to its left, the line above it. */
function textNearby(input: HTMLInputElement, isShared: IsShared): string {
  let at: Element | null = input;
  for (let step = 0; step < nearby.steps && at !== null; step += 1) {
    const text = textBefore(at);
    if (text !== '') return text.length > 60 ? '' : text;
    at = outer(at);
    if (at === null || isShared(at)) return '';
  }
  return '';
}

/** What a page says of an input. Nothing of it leaves the page. */
export function describeField(
  input: HTMLInputElement,
  labels: Iterable<Element>,
  isShared: IsShared,
): FieldDescription {
  const own = (name: string) => clean(input.getAttribute(name));
  const said = [...labelTexts(input, labels), ...['placeholder', 'aria-label', 'title', 'data-label'].map(own)].filter(
    Boolean,
  );
  const labelled = said.length > 0 ? said : [textNearby(input, isShared)];
  const root = rootOf(input);
  const host = isShadowRoot(root) ? root.host : null;
  const ofHost = (name: string) => clean(host && attribute(host, name));
  return {
    type: input.type,
    autocomplete: own('autocomplete').toLowerCase().split(/\s+/),
    names: [input.name, input.id, ...nameAttributes.map(own), ...['name', 'id'].map(ofHost)].map(clean).filter(Boolean),
    texts: [...labelled, ...['label', 'placeholder'].map(ofHost)].filter(Boolean),
    longest: input.maxLength,
  };
}
