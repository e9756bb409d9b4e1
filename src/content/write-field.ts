const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;

/** Sets the value as the browser itself would, by the property alone: an attribute could be read by the page's styles. */
export function writeField(field: HTMLInputElement, text: string): void {
  nativeValue?.call(field, text);
}

/** Tells the page's script that the field changed. The page runs inside this call. */
export function announceField(field: HTMLInputElement): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
