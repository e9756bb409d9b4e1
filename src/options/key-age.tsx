import { type ApiKeySummary, daysUntilRevocation } from '../domain/api-key.ts';

/** From the sixtieth idle day: how long until IT Glue revokes the key. */
const warnBelowDays = 30;

export function KeyAge({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  if (apiKey.lastSuccessAt === null) return null;
  const days = daysUntilRevocation(apiKey.lastSuccessAt, Date.now());
  if (days > warnBelowDays) return null;
  if (days === 0) return <span class="badge badge-care">Unused for 90 days: IT Glue has probably revoked it</span>;
  return (
    <span class="badge badge-care">
      IT Glue revokes it in {days} day{days === 1 ? '' : 's'} without use
    </span>
  );
}
