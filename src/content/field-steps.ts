import { finder } from '@medv/finder';

const telling: ReadonlySet<string> = new Set(['name', 'type', 'autocomplete', 'formcontrolname', 'data-testid']);

/** A selector for an element in its own tree: by what names it, else by where it stands. */
const selectorIn = (root: Document | ShadowRoot, element: Element): string =>
  finder(element, {
    // A shadow root is searched like a document; the type of the option knows elements only.
    root: (root instanceof ShadowRoot ? root : root.documentElement) as Element,
    attr: (name, value) => telling.has(name) && value !== '' && value.length < 80,
    className: () => false,
    timeoutMs: 200,
  });

/** Where an element is: one selector for each tree on the way, the page's own first. */
export function fieldSteps(element: Element): readonly string[] {
  const root = element.getRootNode();
  const inner = selectorIn(root instanceof ShadowRoot ? root : document, element);
  return root instanceof ShadowRoot ? [...fieldSteps(root.host), inner] : [inner];
}
