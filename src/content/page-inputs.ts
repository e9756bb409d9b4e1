import { isInput } from './node-kinds.ts';

/** How much of a page is looked at before the answer is "cannot determine". */
const limits = { inputs: 2_000, roots: 1_000, budgetMs: 60 } as const;

/** How many elements are passed between two looks at the clock. */
const stride = 512;

function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Element;
}

/** Every input of a document, through open shadow roots; null when there is more than can be judged in time. */
export function pageInputs(page: Document): readonly HTMLInputElement[] | null {
  const found: HTMLInputElement[] = [];
  const roots: (Document | ShadowRoot)[] = [page];
  const deadline = performance.now() + limits.budgetMs;
  let passed = 0;
  for (let at = 0; at < roots.length; at += 1) {
    for (const element of elementsIn(roots[at] as Document | ShadowRoot)) {
      if (isInput(element)) found.push(element);
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      passed += 1;
      if (passed % stride === 0 && performance.now() > deadline) return null;
    }
    if (found.length > limits.inputs || roots.length > limits.roots || performance.now() > deadline) return null;
  }
  return found;
}
