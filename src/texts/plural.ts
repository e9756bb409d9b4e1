import { countText } from './count-text.ts';
import { isolated } from './isolated.ts';
import { perLanguage } from './per-language.ts';
import type { PluralKey } from './text-key.ts';

const rules = perLanguage((tag) => new Intl.PluralRules(tag));

/** The text of that name in the form that its language has for `count`, which is `$1`; further values are `$2` and so on. */
export function plural(key: PluralKey, count: number, ...values: readonly (string | number)[]): string {
  const form = rules().select(count);
  const all = [countText(count), ...values.map(isolated)];
  return chrome.i18n.getMessage(`${key}_${form}`, all) || chrome.i18n.getMessage(`${key}_other`, all);
}
