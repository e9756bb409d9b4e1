import type { Refusal } from '../domain/fill.ts';

/** Smallest frame, in CSS pixels, that a login form fits into. */
const smallest = { width: 150, height: 100 } as const;

function passwordIn(frame: HTMLIFrameElement): boolean | 'closed' {
  const inside = frame.contentDocument;
  return inside === null ? 'closed' : inside.querySelector('input[type=password]') !== null;
}

/** Whether the login that the page itself does not have may be in one of its frames; null: none of them looks like it. */
export function framedLogin(): Refusal | null {
  const frames = Array.from(document.querySelectorAll('iframe')).filter((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return width >= smallest.width && height >= smallest.height && frame.checkVisibility();
  });
  const inside = frames.map(passwordIn);
  if (inside.includes(true)) return 'form-in-own-frame';
  return inside.includes('closed') ? 'form-in-other-frame' : null;
}
