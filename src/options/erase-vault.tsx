import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';

/** Starting over, behind a word that has to be typed. */
export function EraseVault({ onErased }: { readonly onErased: (status: VaultStatus) => void }) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const word = text('optionsEraseWord');
  const erase = async (): Promise<void> => {
    const right = typed.trim().toLowerCase() === word;
    setFault(!right);
    if (!right) return focusField(form.current, 'confirm');
    setWaiting(true);
    const answer = await ask('vault.erase', { confirm: 'erase' });
    setWaiting(false);
    if (answer.ok) onErased(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <p>{text('optionsErasingDeletesEveryEntryEvery')}</p>
      <TextField
        label={text('optionsTypeToConfirm', word)}
        name="confirm"
        value={typed}
        onInput={setTyped}
        error={fault ? text('optionsTypeWordHereFirst', word) : undefined}
      />
      <div class="actions">
        <Button type="submit" kind="danger" busy={waiting}>
          {text('optionsEraseThisVault')}
        </Button>
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
