import { useState } from 'preact/hooks';
import type { ApiKeySummary } from '../domain/api-key.ts';
import type { Failure } from '../domain/failure.ts';
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
    if (answer.ok) return go('#/keys', { text: `“${apiKey.name}” was deleted from this vault.` });
    setFailure(answer.failure);
    setAsked(false);
  };
  return (
    <section aria-labelledby="delete-key">
      <h2 id="delete-key">Delete</h2>
      <p class="lead">
        The key is deleted from this vault only. To make it worthless everywhere, revoke it in IT Glue as well.
      </p>
      <div class="actions">
        {asked ? (
          <>
            <Button kind="danger" onClick={() => void remove()}>
              Delete for good
            </Button>
            <Button onClick={() => setAsked(false)}>Keep</Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>Delete API key…</Button>
        )}
        <FailureNote failure={failure} />
      </div>
    </section>
  );
}
