import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';

const word = 'erase';

/** Starting over, behind a word that has to be typed. */
export function EraseVault({ onErased }: { readonly onErased: (status: VaultStatus) => void }) {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
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
      <p>
        Erasing deletes every entry and every API key of this vault from this device, for good. Nothing changes in IT
        Glue, but you will need an API key again to start over.
      </p>
      <TextField
        label={`Type “${word}” to confirm`}
        name="confirm"
        value={typed}
        onInput={setTyped}
        error={fault ? `Type the word ${word} here first.` : undefined}
      />
      <div class="actions">
        <Button type="submit" kind="danger" busy={waiting}>
          Erase this vault
        </Button>
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
