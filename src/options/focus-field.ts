/** Puts the focus into the field of this name, if the form shows one; null: it stays where it is. Fields carry their name as `data-field`. */
export function focusField(form: HTMLElement | null, name: string | null): void {
  if (name === null) return;
  const place = form?.querySelector(`[data-field="${name}"]`);
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
}
