import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether a key press is text that belongs into the search field, wherever the focus is. */
function isTyping(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return key.length === 1 && key !== ' ' && !(target instanceof HTMLInputElement);
}

/** A search field that has the focus from the start, and takes what is typed from anywhere in the view. */
export function useSearchFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    const toField = (event: KeyboardEvent): void => {
      if (isTyping(event)) field.current?.focus();
    };
    document.addEventListener('keydown', toField);
    return () => document.removeEventListener('keydown', toField);
  }, []);
  return field;
}
