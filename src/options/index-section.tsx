import type { ApiKeyId } from '../domain/ids.ts';
import type { IndexState } from '../domain/index-state.ts';
import { Button } from '../ui/button.tsx';
import { indexAgeText } from '../ui/index-age-text.ts';
import { requestsText } from '../ui/requests-text.ts';
import { FailureNote } from './failure-note.tsx';
import { LeftOut } from './left-out.tsx';
import { useKeyIndex } from './use-key-index.ts';

function Facts({ state }: { readonly state: IndexState }) {
  const count = (value: number | null): string => (value ?? 0).toLocaleString();
  return (
    <>
      <p role="status">{indexAgeText([state], Date.now())}</p>
      <p>
        {count(state.passwords)} passwords of {count(state.organizations)} organizations.
        {state.coverage === 'partial' &&
          ' Not everything that IT Glue counts could be read: search may miss something.'}
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
      <h2 id="key-index">Search index</h2>
      <p class="lead">
        Names of organizations and passwords, sealed on this device: no password values, no notes. Reading it leaves
        four fifths of IT Glue’s request limit to others.
      </p>
      <FailureNote failure={failure} />
      {state !== null && (
        <>
          <Facts state={state} />
          <div class="actions">
            <Button onClick={() => void sync(false)} busy={waiting}>
              Read what is new
            </Button>
            <Button onClick={() => void sync(true)} busy={waiting}>
              Read everything anew
            </Button>
          </div>
          <LeftOut apiKeyId={apiKeyId} excluded={state.excluded ?? []} waiting={waiting} onChange={exclude} />
        </>
      )}
    </section>
  );
}
