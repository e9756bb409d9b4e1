import { perLanguage } from '../texts/per-language.ts';
import { text } from '../texts/text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const format = perLanguage((tag) => new Intl.RelativeTimeFormat(tag));

const ago = (count: number, unit: 'minute' | 'hour' | 'day'): string => format().format(-count, unit);

/** How long ago a moment was (both ms since 1970), in the coarsest unit that says enough. */
export function ageText(at: number, now: number): string {
  const age = Math.max(0, now - at);
  if (age < minute) return text('ageJustNow');
  if (age < hour) return ago(Math.floor(age / minute), 'minute');
  if (age < day) return ago(Math.floor(age / hour), 'hour');
  return ago(Math.floor(age / day), 'day');
}
