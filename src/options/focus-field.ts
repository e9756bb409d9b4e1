/** Puts the focus into the field of this name, if the form shows one. Fields carry their name as `data-field`. */
export function focusField(form: HTMLElement | null, name: string): void {
  const place = form?.querySelector(`[data-field="${name}"]`);
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}
