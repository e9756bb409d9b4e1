import { displayText } from './display-text.ts';

const longest = 60;

/** A name as the title of a menu item: browsers take `&` for a key to press, and `%s` for the selected text. */
export const menuTitle = (name: string): string =>
  displayText(name, longest).replaceAll('&', '&&').replace(/%s/gi, '% s');
