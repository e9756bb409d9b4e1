import type { HiddenWay } from '../domain/field-hidden.ts';
import { type Clock, startClock } from './clock.ts';
import { isTransparent, unset } from './computed-style.ts';
import { coveredFields } from './covering.ts';
import {
  boxOf,
  contains,
  elementsAt,
  hasAttribute,
  isRendered,
  nameOf,
  pageOf,
  rootOf,
  topOf,
  viewOf,
} from './native-dom.ts';
import { isLabel, isShadowRoot } from './node-kinds.ts';
import { outer } from './outwards.ts';

/** Smallest size, in CSS pixels, that a person can aim at. */
const smallest = { width: 20, height: 10 } as const;
const leastOpacity = 0.6;

/** `opacity()` in a filter, or any filter that swallows colour whole. */
const filterHides = (filter: string): boolean => {
  const amount = /opacity\(\s*([\d.]+)(%?)\s*\)/.exec(filter);
  return amount !== null && Number(amount[1]) / (amount[2] === '%' ? 100 : 1) < leastOpacity;
};

/** How much the element itself lets be seen, 0 to 1, whatever is around it. */
function ownOpacity(element: Element): number {
  const style = getComputedStyle(element);
  if (filterHides(style.filter) || hasAttribute(element, 'inert')) return 0;
  if (!unset(style.maskImage) || !unset(style.getPropertyValue('-webkit-mask-image'))) return 0;
  return Number(style.opacity);
}

/** Whether nothing between an element and the page makes it see-through; what is around several is looked at once. */
function createIsOpaque(): (element: Element) => boolean {
  const known = new Map<Element, number>();
  return (element) => {
    const inner: Element[] = [];
    let at: Element | null = element;
    for (; at !== null && !known.has(at); at = outer(at)) inner.push(at);
    let opacity = at === null ? 1 : (known.get(at) ?? 1);
    for (const each of inner.reverse()) {
      if (opacity >= leastOpacity) opacity *= ownOpacity(each);
      known.set(each, opacity);
    }
    return opacity >= leastOpacity;
  };
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

/** How many layers over a field are looked through; what lies under more than that counts as covered. */
const mostLayers = 200;
/** At how many of the points the field has to be on top. */
const leastHits = 3;

/** The window of a document that is shown in one; every field that is read is. */
const windowOf = (element: Element): Window => viewOf(pageOf(element)) ?? window;

const labels = (element: Element, top: Element): boolean => isLabel(top) && top.control === element;

const pictures = /^(img|canvas|video|object|embed|iframe|input|select|textarea|button)$/;

/** Whether an element puts anything of its own over what lies under it: a see-through layer hides nothing. */
function paints(element: Element): boolean {
  if (pictures.test(nameOf(element))) return true;
  const { backgroundColor, backgroundImage, backdropFilter } = getComputedStyle(element);
  return !isTransparent(backgroundColor) || !unset(backgroundImage) || !unset(backdropFilter);
}

/** Whether clicks at most of the points would reach the element, its label or something inside it. */
function hit(element: Element, box: DOMRect): boolean {
  const root = rootOf(element);
  const scope = isShadowRoot(root) ? root : pageOf(element);
  let hits = 0;
  let misses = 0;
  for (const [x, y] of hitPoints) {
    const stack = elementsAt(scope, box.left + box.width * x, box.top + box.height * y).slice(0, mostLayers);
    const top = stack.find((at) => at === element || paints(at) || labels(element, at));
    if (top !== undefined && (contains(element, top) || labels(element, top))) hits += 1;
    else misses += 1;
    if (hits >= leastHits || misses > hitPoints.length - leastHits) break;
  }
  return hits >= leastHits;
}

/** Whether scrolling can bring the box into view: what lies outside of the page's own extent cannot be seen by anybody. */
function withinPage(element: Element, box: DOMRect): boolean {
  const { scrollWidth, scrollHeight } = topOf(pageOf(element));
  const { scrollX, scrollY } = windowOf(element);
  const right = box.right + scrollX;
  const bottom = box.bottom + scrollY;
  return box.left + scrollX >= 0 && box.top + scrollY >= 0 && right <= scrollWidth + 1 && bottom <= scrollHeight + 1;
}

function inViewport(element: Element, box: DOMRect): boolean {
  const { innerWidth, innerHeight } = windowOf(element);
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}

/** Why a person cannot see the element, layers that let clicks pass not considered; null: a person can. */
function unseenWay(element: Element, isOpaque = createIsOpaque()): HiddenWay | null {
  if (!isRendered(element, { visibilityProperty: true, contentVisibilityAuto: true })) return 'hidden-field';
  const box = boxOf(element);
  if (box.width < smallest.width || box.height < smallest.height) return 'tiny-field';
  if (!withinPage(element, box)) return 'hidden-field';
  if (!isOpaque(element) || colourless(element)) return 'transparent-field';
  return inViewport(element, box) && !hit(element, box) ? 'covered-field' : null;
}

/** Whether a person can see a frame. */
export const frameSeen = (frame: Element): boolean => unseenWay(frame) === null;

/**
 * The fields of one document that a person cannot see and use, with the way. No single browser call tells: each rule here answers a way
 * of hiding that the others miss. A field below the fold counts as visible; it cannot be hit-tested without scrolling.
 */
export function hiddenWays(
  fields: readonly HTMLInputElement[],
  clock: Clock,
): ReadonlyMap<HTMLInputElement, HiddenWay> {
  const ways = new Map<HTMLInputElement, HiddenWay>();
  const isOpaque = createIsOpaque();
  for (const field of fields) {
    if (clock.late()) return ways;
    const way = field.disabled || field.readOnly ? 'switched-off-field' : unseenWay(field, isOpaque);
    if (way !== null) ways.set(field, way);
  }
  const rest = fields.filter((field) => !ways.has(field));
  for (const field of coveredFields(rest, clock)) ways.set(field, 'covered-field');
  return ways;
}

/** Whether a person can see and use every one of the fields, and it takes no longer than `withinMs` to tell. */
export function allVisible(fields: readonly HTMLInputElement[], withinMs: number): boolean {
  const clock = startClock(withinMs);
  return hiddenWays(fields, clock).size === 0 && !clock.wasLate();
}
