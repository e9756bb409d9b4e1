import type { HiddenWay } from '../domain/field-hidden.ts';
import { isTransparent, unset } from './computed-style.ts';
import { coveredFields } from './covering.ts';
import { isLabel, isShadowRoot } from './node-kinds.ts';
import { outwards } from './outwards.ts';

/** Smallest size, in CSS pixels, that a person can aim at. */
const smallest = { width: 20, height: 10 } as const;
const leastOpacity = 0.6;

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

/** The window of a document that is shown in one; every field that is read is. */
const viewOf = (page: Document): Window => page.defaultView ?? window;

const labels = (element: Element, top: Element): boolean => isLabel(top) && top.control === element;

const pictures = /^(img|canvas|video|object|embed|iframe|input|select|textarea|button)$/;

/** Whether an element puts anything of its own over what lies under it: a see-through layer hides nothing. */
function paints(element: Element): boolean {
  if (pictures.test(element.localName)) return true;
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  return !isTransparent(backgroundColor) || !unset(backgroundImage) || !unset(backdropFilter);
}

/** Whether clicks at most of the points would reach the element, its label or something inside it. */
function hit(element: Element, box: DOMRect): boolean {
  const root = element.getRootNode();
  const scope = isShadowRoot(root) ? root : element.ownerDocument;
  const hits = hitPoints.filter(([x, y]) => {
    const stack = scope.elementsFromPoint(box.left + box.width * x, box.top + box.height * y);
    const top = stack.find((at) => at === element || paints(at) || labels(element, at));
    return top !== undefined && (element.contains(top) || labels(element, top));
  });
  return hits.length >= 3;
}

/** Whether scrolling can bring the box into view: what lies outside of the page's own extent cannot be seen by anybody. */
function withinPage({ ownerDocument }: Element, box: DOMRect): boolean {
  const { scrollWidth, scrollHeight } = ownerDocument.documentElement;
  const { scrollX, scrollY } = viewOf(ownerDocument);
  const right = box.right + scrollX;
  const bottom = box.bottom + scrollY;
  return box.left + scrollX >= 0 && box.top + scrollY >= 0 && right <= scrollWidth + 1 && bottom <= scrollHeight + 1;
}

function inViewport({ ownerDocument }: Element, box: DOMRect): boolean {
  const { innerWidth, innerHeight } = viewOf(ownerDocument);
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}

/** Why a person cannot see the element, layers that let clicks pass not considered; null: a person can. */
function unseenWay(element: Element): HiddenWay | null {
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return 'hidden-field';
  const box = element.getBoundingClientRect();
  if (box.width < smallest.width || box.height < smallest.height) return 'tiny-field';
  if (!withinPage(element, box)) return 'hidden-field';
  if (!opaque(element) || colourless(element)) return 'transparent-field';
  return inViewport(element, box) && !hit(element, box) ? 'covered-field' : null;
}

const hiddenWay = (field: HTMLInputElement): HiddenWay | null =>
  field.disabled || field.readOnly ? 'unusable' : unseenWay(field);

/** Whether a person can see a frame. */
export const frameSeen = (frame: Element): boolean => unseenWay(frame) === null;

/**
 * The fields of one document that a person cannot see and use, with the way. No single browser call tells: each rule here answers a way
 * of hiding that the others miss. A field below the fold counts as visible; it cannot be hit-tested without scrolling.
 */
export function hiddenWays(fields: readonly HTMLInputElement[]): ReadonlyMap<HTMLInputElement, HiddenWay> {
  const ways = new Map<HTMLInputElement, HiddenWay>();
  for (const field of fields) {
    const way = hiddenWay(field);
    if (way !== null) ways.set(field, way);
  }
  for (const field of coveredFields(fields.filter((field) => !ways.has(field)))) ways.set(field, 'covered-field');
  return ways;
}

/** The fields that a person can see and use. */
export function visibleFields(fields: readonly HTMLInputElement[]): readonly HTMLInputElement[] {
  const hidden = hiddenWays(fields);
  return fields.filter((field) => !hidden.has(field));
}
