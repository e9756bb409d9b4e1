import { type ApiKeySummary, daysUntilRevocation } from '../domain/api-key.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';

/** From the sixtieth idle day: how long until IT Glue revokes the key. */
const warnBelowDays = 30;

export function KeyAge({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  if (apiKey.lastSuccessAt === null) return null;
  const days = daysUntilRevocation(apiKey.lastSuccessAt, Date.now());
  if (days > warnBelowDays) return null;
  if (days === 0) return <span class="badge badge-care">{text('optionsUnused90DaysGlueHas')}</span>;
  return <span class="badge badge-care">{plural('optionsKeyRevokedIn', days)}</span>;
}
