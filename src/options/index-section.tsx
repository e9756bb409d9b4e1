import type { ApiKeyId } from '../domain/ids.ts';
import type { IndexState } from '../domain/index-state.ts';
import { countText } from '../texts/count-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { indexAgeText } from '../ui/index-age-text.ts';
import { requestsText } from '../ui/requests-text.ts';
import { FailureNote } from './failure-note.tsx';
import { LeftOut } from './left-out.tsx';
import { useKeyIndex } from './use-key-index.ts';

function Facts({ state }: { readonly state: IndexState }) {
  return (
    <>
      <p role="status">{indexAgeText([state], Date.now())}</p>
      <p>
        {sentences(
          plural('optionsIndexCounts', state.passwords ?? 0, countText(state.organizations ?? 0)),
          state.coverage === 'partial' ? text('optionsNotEverythingGlueCountsCould') : null,
        )}
      </p>
      <p class="hint">{requestsText(state)}</p>
    </>
  );
}

/** What search knows of this API key, how fresh that is, and what it never reads. */
export function IndexSection({ apiKeyId }: { readonly apiKeyId: ApiKeyId }) {
  const { state, failure, waiting, sync, exclude } = useKeyIndex(apiKeyId);
  return (
    <section class="card" aria-labelledby="key-index">
      <h2 id="key-index">{text('optionsSearchIndex')}</h2>
      <p class="lead">{text('optionsNamesOrganizationsPasswordsSealedOn')}</p>
      <FailureNote failure={failure} />
      {state !== null && (
        <>
          <Facts state={state} />
          <div class="actions">
            <Button onClick={() => void sync(false)} busy={waiting}>
              {text('optionsReadWhatIsNew')}
            </Button>
            <Button onClick={() => void sync(true)} busy={waiting}>
              {text('optionsReadEverythingAnew')}
            </Button>
          </div>
          <LeftOut apiKeyId={apiKeyId} excluded={state.excluded ?? []} waiting={waiting} onChange={exclude} />
        </>
      )}
    </section>
  );
}
