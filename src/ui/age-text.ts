import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago a moment was (both ms since 1970), short enough for a line of small print. */
export function ageText(at: number, now: number): string {
  const age = Math.max(0, now - at);
  if (age < minute) return text('ageJustNow');
  if (age < hour) return text('ageMinutes', Math.floor(age / minute));
  if (age < day) return text('ageHours', Math.floor(age / hour));
  const days = Math.floor(age / day);
  return days === 1 ? text('ageYesterday') : plural('ageDays', days);
}
