import type { ApiKeySummary } from '../domain/api-key.ts';
import { ageText, dayText } from './age-text.ts';
import { FailureNote } from './failure-note.tsx';
import { KeyAge } from './key-age.tsx';
import { PageHeading } from './page-heading.tsx';
import { placeOf } from './region-text.ts';
import { hrefOf, newKeyHref } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

function KeyRow({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  const href = hrefOf({ page: 'key', id: apiKey.id });
  const used =
    apiKey.lastSuccessAt === null ? 'not used yet' : `last used ${ageText(apiKey.lastSuccessAt, Date.now())}`;
  return (
    <li class="entry-row">
      <div class="entry-text">
        <a class="entry-name" href={href}>
          <bdi>{apiKey.name}</bdi>
        </a>
        <span class="entry-detail">
          {placeOf(apiKey.region)} · added {dayText(apiKey.addedAt)} · {used}
        </span>
      </div>
      <div class="entry-badges">
        <KeyAge apiKey={apiKey} />
      </div>
      <div class="entry-actions">
        <a class="button" href={href} aria-label={`Open ${apiKey.name}`}>
          Open
        </a>
      </div>
    </li>
  );
}

/** The saved API keys: what may be told of them, never the keys. */
export function ApiKeysPage() {
  const { ask, administrator } = useVault();
  const { value, failure, waiting, reload } = useLoaded('keys', () => ask('apiKey.list', {}));
  return (
    <>
      <PageHeading title="API keys">
        {administrator && (
          <a class="button button-primary" href={newKeyHref}>
            New API key
          </a>
        )}
      </PageHeading>
      <FailureNote failure={failure} onRetry={reload} />
      {value === null && waiting && <p class="waiting">Reading the vault…</p>}
      {value?.length === 0 && (
        <div class="empty">
          <p>No API key is saved yet. Make one in IT Glue under Account › Settings › API keys, then save it here.</p>
          {administrator && <a href={newKeyHref}>Next: save an IT Glue API key</a>}
        </div>
      )}
      {value !== null && value.length > 0 && (
        <ul class="rows" aria-label="Saved API keys">
          {value.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} />
          ))}
        </ul>
      )}
      {!administrator && <p class="hint">Only an administrator adds, tests or replaces API keys.</p>}
    </>
  );
}
