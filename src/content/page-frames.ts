import type { Refusal } from '../domain/fill.ts';
import { addressOf, boxOf, hasAttribute, pageOf, queryAll, viewOf } from './native-dom.ts';
import { frameSeen } from './visibility.ts';

/** Smallest frame, in CSS pixels, that a login form fits into. */
const smallest = { width: 150, height: 100 } as const;
/** How many frames within frames are looked into, and how many of one page: more than that are advertisements. */
const deepest = 3;
const mostFrames = 100;

type Frame = HTMLIFrameElement | HTMLFrameElement;

function framesIn(page: Document): readonly Frame[] {
  return (Array.from(queryAll(page, 'iframe, frame')) as Frame[]).slice(0, mostFrames).filter((frame) => {
    const { width, height } = boxOf(frame);
    return width >= smallest.width && height >= smallest.height && frameSeen(frame);
  });
}

/**
 * The document in a frame, if it is a page of this very origin with an address of its own: what a frame's sandbox or a
 * `srcdoc` holds may be written by others than this site. null: it is not.
 */
function pageIn(frame: Element): Document | null {
  const inside = (frame as Frame).contentDocument ?? null;
  if (inside === null || hasAttribute(frame, 'sandbox')) return null;
  return addressOf(inside).startsWith(`${self.origin}/`) && viewOf(inside)?.origin === self.origin ? inside : null;
}

/** The documents of this site that a person sees in frames of this page, outer ones first. */
export function framedPages(page: Document = document, depth = 0): readonly Document[] {
  if (depth >= deepest) return [];
  return framesIn(page).flatMap((frame) => {
    const inside = pageIn(frame);
    return inside === null ? [] : [inside, ...framedPages(inside, depth + 1)];
  });
}

/** Whether a document is this page, or is still shown in a frame of this site within it. */
export function shownHere(page: Document): boolean {
  if (page === document) return true;
  const frame = viewOf(page)?.frameElement ?? null;
  return frame !== null && pageIn(frame) === page && frameSeen(frame) && shownHere(pageOf(frame));
}

/** Whether a login may be in a frame that is never filled; null: none of them looks like it. */
export function closedFrame(): Refusal | null {
  const inside = framesIn(document).map((frame) => frame.contentDocument);
  if (inside.some((page) => page !== null && queryAll(page, 'input[type=password]').length > 0))
    return 'form-in-own-frame';
  return inside.includes(null) ? 'form-in-other-frame' : null;
}
