import type { ApiKeySummary } from '../domain/api-key.ts';
import { dayText } from '../texts/day-text.ts';
import { text } from '../texts/text.ts';
import { useAdministratorsText } from './administrators-text.ts';
import { ageText } from './age-text.ts';
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
    apiKey.lastSuccessAt === null
      ? text('optionsKeyDetailUnused')
      : text('optionsKeyDetailUsed', ageText(apiKey.lastSuccessAt, Date.now()));
  return (
    <li class="entry-row">
      <div class="entry-text">
        <a class="entry-name" href={href}>
          <bdi>{apiKey.name}</bdi>
        </a>
        <span class="entry-detail">
          {[placeOf(apiKey.region), text('optionsKeyDetailAdded', dayText(apiKey.addedAt)), used].join(' · ')}
        </span>
      </div>
      <div class="entry-badges">
        <KeyAge apiKey={apiKey} />
      </div>
      <div class="entry-actions">
        <a class="button" href={href} aria-label={text('optionsOpenNamed', apiKey.name)}>
          {text('optionsOpen')}
        </a>
      </div>
    </li>
  );
}

/** The saved API keys: what may be told of them, never the keys. */
export function ApiKeysPage() {
  const { ask, administrator } = useVault();
  const whose = useAdministratorsText('optionsOnlyAdministratorAddsTestsReplaces');
  const { value, failure, waiting, reload } = useLoaded('keys', () => ask('apiKey.list', {}));
  return (
    <>
      <PageHeading title={text('optionsApiKeys')}>
        {administrator && (
          <a class="button button-primary" href={newKeyHref}>
            {text('optionsNewApiKey')}
          </a>
        )}
      </PageHeading>
      <FailureNote failure={failure} onRetry={reload} />
      {value === null && waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {value?.length === 0 && (
        <div class="empty">
          <p>{text('optionsNoApiKeySavedYet')}</p>
          {administrator && <a href={newKeyHref}>{text('optionsNextSaveGlueApiKey')}</a>}
        </div>
      )}
      {value !== null && value.length > 0 && (
        <ul class="rows" aria-label={text('optionsSavedApiKeys')}>
          {value.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} />
          ))}
        </ul>
      )}
      {!administrator && <p class="hint">{whose}</p>}
    </>
  );
}
