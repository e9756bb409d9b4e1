import type { FieldDescription } from '../domain/field-role.ts';
import { cleanText } from './clean-text.ts';
import { isElement, isShadowRoot, isText } from './node-kinds.ts';
import { outer } from './outwards.ts';

const longest = 120;
/** How far around an input without a label its words are looked for. */
const nearbySteps = 3;

/** Attributes by which frameworks name a field. */
const nameAttributes = ['formcontrolname', 'ng-model', 'v-model', 'data-bind', 'data-testid', 'data-test', 'data-name'];

const clean = (text: string | null | undefined): string => cleanText(text, longest);

function labels(input: HTMLInputElement): readonly string[] {
  const root = input.getRootNode() as Document | ShadowRoot;
  const named = input.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return [
    ...named.map((id) => root.getElementById(id)?.textContent),
    ...Array.from(input.labels ?? [], (label) => label.textContent),
  ].map(clean);
}

const isControl = (element: Element): boolean => /^(input|select|textarea|button)$/.test(element.localName);
const holdsControl = (element: Element): boolean =>
  isControl(element) || element.querySelector('input:not([type=hidden]), select, textarea, button') !== null;

function textBefore(element: Element): string {
  for (let node = element.previousSibling; node !== null; node = node.previousSibling) {
    if (isElement(node) && holdsControl(node)) return '';
    const text = clean(node.textContent);
    if (text !== '' && (isElement(node) || isText(node))) return text;
  }
  return '';
}

/** Words just before an input that nothing labels: the table cell to its left, the line above it. */
function nearby(input: HTMLInputElement): string {
  let at: Element | null = input;
  for (let step = 0; step < nearbySteps && at !== null; step += 1) {
    const text = textBefore(at);
    if (text !== '') return text.length > 60 ? '' : text;
    at = outer(at);
    if (at === null || at.querySelectorAll('input:not([type=hidden]):not([type=checkbox])').length > 1) return '';
  }
  return '';
}

/** What a page says of an input. Nothing of it leaves the page. */
export function describeField(input: HTMLInputElement): FieldDescription {
  const attribute = (name: string) => clean(input.getAttribute(name));
  const said = [...labels(input), ...['placeholder', 'aria-label', 'title', 'data-label'].map(attribute)].filter(
    Boolean,
  );
  const labelled = said.length > 0 ? said : [nearby(input)];
  const root = input.getRootNode();
  const host = isShadowRoot(root) ? root.host : null;
  return {
    type: input.type,
    autocomplete: attribute('autocomplete').toLowerCase().split(/\s+/),
    names: [input.name, input.id, ...nameAttributes.map(attribute), host?.getAttribute('name'), host?.id]
      .map(clean)
      .filter(Boolean),
    texts: [...labelled, ...['label', 'placeholder'].map((name) => clean(host?.getAttribute(name)))].filter(Boolean),
  };
}
