import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const signs: readonly (readonly [string, string])[] = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Control', '⌘'],
];

/** What stands on the keys themselves, which differs between keyboards. */
const names: Readonly<Record<string, TextKey>> = {
  Control: 'keyControl',
  Shift: 'keyShift',
  Alt: 'keyAlt',
  Enter: 'keyEnter',
};

function keyName(part: string): string {
  const name = names[part];
  return name === undefined ? part : text(name);
}

/** A shortcut as this system writes it: `Control+Shift+C` is “Ctrl+Shift+C”, on a Mac “⇧⌘C”. */
export function keyText(shortcut: string): string {
  const parts = shortcut.split('+');
  if (!/mac/i.test(navigator.platform)) return parts.map(keyName).join('+');
  return signs.flatMap(([name, sign]) => (parts.includes(name) ? [sign] : [])).join('') + keyName(parts.at(-1) ?? '');
}
