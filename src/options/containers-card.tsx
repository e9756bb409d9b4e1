import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { hasContainers } from '../ui/site-access.ts';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

/** The containers that sessions have made, and the way to be rid of them. Only Firefox has any. */
export function ContainersCard() {
  const { ask } = useVault();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!hasContainers()) return null;
  const remove = async (): Promise<void> => {
    const answer = await ask('containers.remove', {});
    setFailure(answer.ok ? null : answer.failure);
    setSaid(answer.ok ? plural('optionsContainersRemoved', answer.value.removed) : '');
  };
  return (
    <section class="card">
      <h2>{text('optionsContainers')}</h2>
      <p class="hint">{text('optionsContainersHint')}</p>
      <div class="actions">
        <Button onClick={() => void remove()}>{text('optionsContainersRemove')}</Button>
        <span role="status">{said}</span>
      </div>
      <FailureNote failure={failure} />
    </section>
  );
}
