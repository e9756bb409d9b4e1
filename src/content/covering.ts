import { isTransparent, unset } from './computed-style.ts';

/** Share of a field that something on top of it must cover before the field counts as hidden. */
const coveringShare = 0.6;

function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? (width * height) / (b.width * b.height) : 0;
}

const picture = (element: Element): boolean => /^(img|canvas|video|svg|object|embed|iframe)$/i.test(element.localName);

function paintsOver(element: Element, field: Element): boolean {
  const style = getComputedStyle(element);
  if (style.pointerEvents !== 'none' || style.visibility !== 'visible' || Number(style.opacity) < 0.2) return false;
  if (isTransparent(style.backgroundColor) && unset(style.backgroundImage) && !picture(element)) return false;
  const level = Number.parseInt(style.zIndex, 10) || 0;
  const later = (field.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return style.position !== 'static' && (level > 0 || (later && level === 0));
}

/**
 * Fields of one document under a painted layer that lets clicks pass. Hit tests go through such a layer, and only Chromium has an
 * observer that sees it, too slowly for a fill; so boxes are compared here.
 */
export function coveredFields(fields: readonly HTMLInputElement[]): ReadonlySet<HTMLInputElement> {
  const covered = new Set<HTMLInputElement>();
  const [first] = fields;
  if (first === undefined) return covered;
  const boxes = fields.map((field) => ({ field, box: field.getBoundingClientRect() }));
  for (const element of first.ownerDocument.querySelectorAll('*')) {
    const rect = element.getBoundingClientRect();
    for (const { field, box } of boxes) {
      if (overlap(rect, box) < coveringShare || element.contains(field) || field.contains(element)) continue;
      if (paintsOver(element, field)) covered.add(field);
    }
  }
  return covered;
}
