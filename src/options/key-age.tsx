import { type ApiKeySummary, daysUntilRevocation } from '../domain/api-key.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';

/** In its last days: how long until IT Glue revokes the key. */
const warnFromDays = 14;

export const isSoonRevoked = (lastSuccessAt: number, now: number): boolean =>
  daysUntilRevocation(lastSuccessAt, now) <= warnFromDays;

export function KeyAge({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  if (apiKey.lastSuccessAt === null) return null;
  if (!isSoonRevoked(apiKey.lastSuccessAt, Date.now())) return null;
  const days = daysUntilRevocation(apiKey.lastSuccessAt, Date.now());
  if (days === 0) return <span class="badge badge-care">{text('optionsUnused90DaysGlueHas')}</span>;
  return <span class="badge badge-care">{plural('optionsKeyRevokedIn', days)}</span>;
}
