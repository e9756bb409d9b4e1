import type { Deed } from './row-deeds.ts';

const isMac = (): boolean => /mac/i.test(navigator.platform);

/** The letter of a key on any keyboard: what it types where that is Latin, else where it lies. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();

/** Whether text is selected that Ctrl+C is for. */
function holdsSelection(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement) return field.selectionStart !== field.selectionEnd;
  return document.getSelection()?.isCollapsed === false;
}

/** What a key does to the row in front; `menu`: it opens everything there is; null: it is no key of ours. */
export function deedOfKey(event: KeyboardEvent): Deed | 'menu' | null {
  const { altKey, shiftKey, isComposing } = event;
  const command = isMac() ? event.metaKey : event.ctrlKey;
  // AltGr arrives as Ctrl+Alt, and types letters.
  if (!command || isComposing || event.getModifierState('AltGraph')) return null;
  const letter = letterOf(event);
  if (letter === 'c') {
    if (altKey) return shiftKey ? null : 'copy-code';
    if (shiftKey) return 'copy-password';
    return holdsSelection() ? null : 'copy-user';
  }
  if (altKey || shiftKey) return null;
  if (letter === 'e') return 'edit';
  return letter === 'k' ? 'menu' : null;
}
