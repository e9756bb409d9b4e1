/** A shortcut as this system writes it: `Control+Shift+C` is “Ctrl+Shift+C”, on a Mac “⇧⌘C”. */
export function keyText(shortcut: string): string {
  if (!/mac/i.test(navigator.platform)) return shortcut.replace('Control', 'Ctrl');
  const signs: readonly (readonly [string, string])[] = [
    ['Alt', '⌥'],
    ['Shift', '⇧'],
    ['Control', '⌘'],
  ];
  const parts = shortcut.split('+');
  return signs.flatMap(([name, sign]) => (parts.includes(name) ? [sign] : [])).join('') + (parts.at(-1) ?? '');
}
