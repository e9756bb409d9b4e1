import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Deriving } from './deriving.tsx';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';
import { NewPassphrase, noPassphrase, type PassphraseFault, passphraseFault } from './new-passphrase.tsx';
import { useVault } from './vault-context.ts';

function useChange() {
  const { ask, heed } = useVault();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(noPassphrase);
  const [missing, setMissing] = useState(false);
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const [ending, setEnding] = useState<Failure | 'changed' | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (): Promise<void> => {
    if (waiting) return;
    const found = current === '' ? null : passphraseFault(chosen);
    setMissing(current === '');
    setFault(found);
    setEnding(null);
    if (current === '' || found !== null) return focusField(form.current, found?.field ?? 'current');
    setWaiting(true);
    const answer = await ask('vault.changePassphrase', { current, next: chosen.first });
    setWaiting(false);
    setEnding(answer.ok ? 'changed' : answer.failure);
    if (!answer.ok) return answer.failure.code === 'wrong-passphrase' ? focusField(form.current, 'current') : undefined;
    setCurrent('');
    setChosen(noPassphrase);
    heed(answer.value);
  };
  return { current, setCurrent, chosen, setChosen, missing, fault, ending, waiting, form, save };
}

/** The own passphrase: the administrator's, or the technician's. */
export function ChangePassphrase() {
  const { administrator } = useVault();
  const { current, setCurrent, chosen, setChosen, missing, fault, ending, waiting, form, save } = useChange();
  return (
    <section class="card" aria-labelledby="change-passphrase">
      <h2 id="change-passphrase">
        {text(administrator ? 'optionsChangeTheAdministratorPassphrase' : 'optionsChangeTheTechnicianPassphrase')}
      </h2>
      <form
        ref={form}
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PassphraseField
          label={text('optionsCurrentPassphrase')}
          name="current"
          autocomplete="current-password"
          value={current}
          onInput={setCurrent}
          error={missing ? text('optionsTypePassphraseYouUnlockNow') : undefined}
        />
        <NewPassphrase
          label={text('optionsNewPassphrase')}
          repeatLabel={text('optionsRepeatTheNewPassphrase')}
          chosen={chosen}
          onChange={setChosen}
          fault={fault}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {text('optionsChangePassphrase')}
          </Button>
          <Deriving waiting={waiting} text={text('optionsTurningPassphraseIntoKey')} />
          <span role="status">{ending === 'changed' && text('optionsChangedUnlockNewPassphraseFrom')}</span>
          <FailureNote failure={ending === 'changed' ? null : ending} />
        </div>
      </form>
    </section>
  );
}
