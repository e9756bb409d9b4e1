import { isolated } from './isolated.ts';
import type { TextKey } from './text-key.ts';

/**
 * The text of that name in the browser's language, else in English; `$1` to `$9` stand for the values in their order.
 * Read anew at each call, so that nothing depends on when a module is loaded.
 */
export const text = (key: TextKey, ...values: readonly (string | number)[]): string =>
  chrome.i18n.getMessage(key, values.map(isolated));
