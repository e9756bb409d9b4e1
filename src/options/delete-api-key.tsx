import { useState } from 'preact/hooks';
import type { ApiKeySummary } from '../domain/api-key.ts';
import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { FailureNote } from './failure-note.tsx';
import { Removal } from './removal.tsx';
import { useVault } from './vault-context.ts';

/** Deleting a key cannot be undone, so it takes two steps; while entries use it, it is refused with their names. */
export function DeleteApiKey({ apiKey }: { readonly apiKey: ApiKeySummary }) {
  const { ask, go } = useVault();
  // A refusal takes the question back: it begins anew.
  const [tries, setTries] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await ask('apiKey.delete', { apiKeyId: apiKey.id });
    if (answer.ok) return go('#/keys', { text: text('optionsWasDeletedFromVault', apiKey.name) });
    setFailure(answer.failure);
    setTries(tries + 1);
  };
  return (
    <section aria-labelledby="delete-key">
      <h2 id="delete-key">{text('optionsDelete')}</h2>
      <p class="lead">{text('optionsKeyDeletedFromVaultOnly')}</p>
      <div class="actions">
        <Removal
          key={tries}
          ask={text('optionsDeleteApiKey')}
          confirm={text('optionsDeleteForGood')}
          onRemove={() => void remove()}
        >
          <p>{text('optionsDeleteKeyNoUndo')}</p>
        </Removal>
        <FailureNote failure={failure} />
      </div>
    </section>
  );
}
