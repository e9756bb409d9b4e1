import { useState } from 'preact/hooks';
import type { ApiKeySummary } from '../domain/api-key.ts';
import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

/** Deleting a key cannot be undone, so it takes two steps; while entries use it, it is refused with their names. */
export function DeleteApiKey({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  const { ask, go } = useVault();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await ask('apiKey.delete', { apiKeyId: apiKey.id });
    if (answer.ok) return go('#/keys', { text: text('optionsWasDeletedFromVault', apiKey.name) });
    setFailure(answer.failure);
    setAsked(false);
  };
  return (
    <section aria-labelledby="delete-key">
      <h2 id="delete-key">{text('optionsDelete')}</h2>
      <p class="lead">{text('optionsKeyDeletedFromVaultOnly')}</p>
      <div class="actions">
        {asked ? (
          <>
            <Button kind="danger" onClick={() => void remove()}>
              {text('optionsDeleteForGood')}
            </Button>
            <Button onClick={() => setAsked(false)}>{text('optionsKeep')}</Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>{text('optionsDeleteApiKey')}</Button>
        )}
        <FailureNote failure={failure} />
      </div>
    </section>
  );
}
