import type { Clock } from './clock.ts';
import { isTransparent, unset } from './computed-style.ts';
import { boxOf, contains, nameOf, pageOf, queryAll } from './native-dom.ts';
import { walk } from './walk.ts';

/** Share of a field that something on top of it must cover before the field counts as hidden. */
const coveringShare = 0.6;

/** Where a box is; a plain copy, since the browser's own computes each side anew. */
interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const sidesOf = ({ left, top, right, bottom }: DOMRect): Sides => ({ left, top, right, bottom });

const apart = (a: Sides, b: Sides): boolean =>
  a.top >= b.bottom || a.bottom <= b.top || a.left >= b.right || a.right <= b.left;

function overlap(a: Sides, b: Sides): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return (width * height) / ((b.right - b.left) * (b.bottom - b.top));
}

const around = (boxes: readonly Sides[]): Sides => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

const picture = (element: Element): boolean => /^(img|canvas|video|svg|object|embed|iframe)$/i.test(nameOf(element));

function paintsOver(element: Element, style: CSSStyleDeclaration, field: Element): boolean {
  if (style.visibility !== 'visible' || Number(style.opacity) < 0.2) return false;
  if (isTransparent(style.backgroundColor) && unset(style.backgroundImage) && !picture(element)) return false;
  const level = Number.parseInt(style.zIndex, 10) || 0;
  const later = (field.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return style.position !== 'static' && (level > 0 || (later && level === 0));
}

/**
 * Fields of one document under a painted layer that lets clicks pass. Hit tests go through such a layer, and only
 * Chromium has an observer that sees it, too slowly for a fill; so boxes are compared here.
 */
export function coveredFields(fields: readonly HTMLInputElement[], clock: Clock): ReadonlySet<HTMLInputElement> {
  const covered = new Set<HTMLInputElement>();
  const [first] = fields;
  if (first === undefined) return covered;
  const boxes = fields.map((field) => ({ field, box: sidesOf(boxOf(field)) }));
  const all = around(boxes.map(({ box }) => box));
  walk(queryAll(pageOf(first), '*'), clock, (element) => {
    // Asked first, since few elements have it and a box costs three times as much as a style.
    const style = getComputedStyle(element);
    if (style.pointerEvents !== 'none') return;
    const sides = sidesOf(boxOf(element));
    if (apart(sides, all)) return;
    for (const { field, box } of boxes) {
      if (apart(sides, box) || overlap(sides, box) < coveringShare) continue;
      if (contains(element, field) || field.contains(element)) continue;
      if (paintsOver(element, style, field)) covered.add(field);
    }
  });
  return covered;
}
