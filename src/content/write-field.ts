const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/**
 * Sets the value as the browser itself would, by the property alone: an attribute could be read by the page's styles.
 * Answers whether the field took any of it: one for numbers drops everything else.
 */
export function writeField(field: HTMLInputElement, text: string): boolean {
  value?.set?.call(field, text);
  return text === '' || value?.get?.call(field) !== '';
}

/** Tells the page's script that the field changed. The page runs inside this call. */
export function announceField(field: HTMLInputElement): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
