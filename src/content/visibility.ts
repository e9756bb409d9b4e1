import { isTransparent, unset } from './computed-style.ts';
import { coveredFields } from './covering.ts';

/** Smallest size, in CSS pixels, that a person can aim at. */
const smallest = { width: 20, height: 10 } as const;
const leastOpacity = 0.6;

/** The next element outwards, across open shadow roots. */
function outer(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function* outwards(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = outer(at)) yield at;
}

/** `opacity()` in a filter, or any filter that swallows colour whole. */
const filterHides = (filter: string): boolean => {
  const amount = /opacity\(\s*([\d.]+)(%?)\s*\)/.exec(filter);
  return amount !== null && Number(amount[1]) / (amount[2] === '%' ? 100 : 1) < leastOpacity;
};

/** Whether nothing between the element and the page makes it see-through. */
function opaque(element: Element): boolean {
  let opacity = 1;
  for (const at of outwards(element)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (opacity < leastOpacity || filterHides(style.filter)) return false;
    if (!unset(style.maskImage) || !unset(style.getPropertyValue('-webkit-mask-image'))) return false;
    if (at.hasAttribute('inert')) return false;
  }
  return true;
}

/** A field whose text, ground and border all have no colour is on the page without being seen. */
function colourless(element: Element): boolean {
  const {
    color,
    backgroundColor,
    backgroundImage,
    borderTopColor,
    borderTopWidth,
    borderBottomColor,
    borderBottomWidth,
  } = getComputedStyle(element);
  const borderless = (width: string, line: string) => width === '0px' || isTransparent(line);
  return (
    isTransparent(color) &&
    isTransparent(backgroundColor) &&
    unset(backgroundImage) &&
    borderless(borderTopWidth, borderTopColor) &&
    borderless(borderBottomWidth, borderBottomColor)
  );
}

const hitPoints = [
  [0.5, 0.5],
  [0.2, 0.3],
  [0.8, 0.3],
  [0.2, 0.7],
  [0.8, 0.7],
] as const;

const labels = (element: Element, top: Element): boolean => top instanceof HTMLLabelElement && top.control === element;

/** Whether clicks at most of the points would reach the element, its label or something inside it. */
function hit(element: Element, box: DOMRect): boolean {
  const root = element.getRootNode();
  const scope = root instanceof ShadowRoot ? root : document;
  const hits = hitPoints.filter(([x, y]) => {
    const top = scope.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top !== null && (element.contains(top) || labels(element, top));
  });
  return hits.length >= 3;
}

/** Whether scrolling can bring the box into view: what lies outside of the page's own extent cannot be seen by anybody. */
function withinPage(box: DOMRect): boolean {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const right = box.right + scrollX;
  const bottom = box.bottom + scrollY;
  return box.left + scrollX >= 0 && box.top + scrollY >= 0 && right <= scrollWidth + 1 && bottom <= scrollHeight + 1;
}

const inViewport = (box: DOMRect): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;

/** Whether a person can see and use the field, nothing covering it considered. */
function shows(element: HTMLInputElement): boolean {
  if (element.disabled || element.readOnly) return false;
  const options = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  if (!element.checkVisibility(options)) return false;
  const box = element.getBoundingClientRect();
  if (box.width < smallest.width || box.height < smallest.height || !withinPage(box)) return false;
  if (!opaque(element) || colourless(element)) return false;
  return !inViewport(box) || hit(element, box);
}

/**
 * The fields that a person can see and use. No single browser call tells: each rule here answers a way of hiding
 * that the others miss. A field below the fold counts as visible; it cannot be hit-tested without scrolling the page.
 */
export function visibleFields(fields: readonly HTMLInputElement[]): readonly HTMLInputElement[] {
  const showing = fields.filter(shows);
  const covered = coveredFields(showing);
  return showing.filter((field) => !covered.has(field));
}
