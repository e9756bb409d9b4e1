import type { ApiKeySummary } from '../domain/api-key.ts';
import { daysUntilRevocation } from '../domain/api-key.ts';
import { gateway } from '../domain/gateway.ts';
import { type KeyDay, refusalStatuses } from '../domain/key-health.ts';
import { countText } from '../texts/count-text.ts';
import { dayText } from '../texts/day-text.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { FailureNote } from './failure-note.tsx';
import { isSoonRevoked } from './key-age.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const dayMs = 86_400_000;

const names = {
  401: 'optionsKeyRefused401',
  403: 'optionsKeyRefused403',
  429: 'optionsKeyRefused429',
} as const;

function Revocation({ lastSuccessAt }: { readonly lastSuccessAt: number }) {
  const days = daysUntilRevocation(lastSuccessAt, Date.now());
  const said = plural('optionsKeyDaysLeft', days, dayText(lastSuccessAt + 90 * dayMs));
  return isSoonRevoked(lastSuccessAt, Date.now()) ? (
    <Banner kind="warning">
      <p>
        <strong>{days === 0 ? text('optionsUnused90DaysGlueHas') : said}</strong>
      </p>
      <p>{text('optionsKeyUseIt')}</p>
    </Banner>
  ) : (
    <p>{said}</p>
  );
}

function Refusals({ days }: { readonly days: readonly KeyDay[] }) {
  if (days.length === 0) return <p>{text('optionsKeyNothingRefused')}</p>;
  return (
    <div class="table-frame">
      <table>
        <caption>{text('optionsKeyRefusals')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('optionsKeyDay')}</th>
            {refusalStatuses.map((status) => (
              <th key={status} scope="col">
                {text(names[status])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, refused }) => (
            <tr key={day}>
              <th scope="row">{dayText(day * dayMs + dayMs / 2)}</th>
              {refusalStatuses.map((status) => (
                <td key={status}>{countText(refused[status])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface KeyHealthSectionProps {
  readonly apiKey: ApiKeySummary;
  /** How often it was tested here: each may have been refused. */
  readonly tests: number;
}

/** How IT Glue took the key lately, and how long it may lie unused. */
export function KeyHealthSection({ apiKey, tests }: KeyHealthSectionProps) {
  const { ask } = useVault();
  const { id, lastSuccessAt } = apiKey;
  const health = useLoaded(`${id} ${lastSuccessAt} ${tests}`, () => ask('apiKey.health', { apiKeyId: id }));
  return (
    <section class="card health" aria-labelledby="key-health">
      <h2 id="key-health">{text('optionsKeyHealth')}</h2>
      {gateway === null && lastSuccessAt !== null && <Revocation lastSuccessAt={lastSuccessAt} />}
      <FailureNote failure={health.failure} onRetry={health.reload} />
      {health.value !== null && <Refusals days={health.value.days} />}
    </section>
  );
}
