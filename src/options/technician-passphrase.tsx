import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { Deriving } from './deriving.tsx';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';
import { NewPassphrase, noPassphrase, type PassphraseFault, passphraseFault } from './new-passphrase.tsx';
import { Removal } from './removal.tsx';
import { TechnicianReport } from './technician-report.tsx';
import { useVault } from './vault-context.ts';

function useTechnician() {
  const { ask, heed } = useVault();
  const [chosen, setChosen] = useState(noPassphrase);
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const [ending, setEnding] = useState<Failure | string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const conclude = (answer: Result<VaultStatus>, done: string): void => {
    setWaiting(false);
    setEnding(answer.ok ? done : answer.failure);
    if (!answer.ok) return;
    setChosen(noPassphrase);
    heed(answer.value);
  };
  const set = async (): Promise<void> => {
    const found = passphraseFault(chosen);
    setFault(found);
    setEnding(null);
    if (found !== null) return focusField(form.current, found.field);
    setWaiting(true);
    const answer = await ask('vault.setTechnicianPassphrase', { passphrase: chosen.first });
    conclude(answer, text('optionsSetHandOverByWord'));
  };
  const remove = async (): Promise<void> => {
    setWaiting(true);
    conclude(await ask('vault.removeTechnician', {}), text('optionsRemovedPassphraseDoesNotUnlock'));
  };
  return { chosen, setChosen, fault, ending, waiting, form, set, remove };
}

/** A second passphrase to the same vault, with the rights that the entries give. */
export function TechnicianPassphrase() {
  const { status } = useVault();
  const { chosen, setChosen, fault, ending, waiting, form, set, remove } = useTechnician();
  const has = status.hasTechnician;
  return (
    <section class="card" aria-labelledby="technician">
      <h2 id="technician">{text('optionsTechnicianPassphrase')}</h2>
      <p class="lead">
        {sentences(
          text(has ? 'optionsTechnicianPassphraseSet' : 'optionsNoTechnicianPassphraseSet'),
          text('optionsWhoeverUnlocksSeesEntriesAllow'),
        )}
      </p>
      <form
        ref={form}
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <NewPassphrase
          label={text('optionsTechnicianPassphrase')}
          repeatLabel={text('optionsRepeatTheTechnicianPassphrase')}
          chosen={chosen}
          onChange={setChosen}
          fault={fault}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {has ? text('optionsReplaceTechnicianPassphrase') : text('optionsSetTechnicianPassphrase')}
          </Button>
          {has && (
            <Removal
              ask={text('optionsRemoveTechnicianPassphrase')}
              confirm={text('optionsRemoveIt')}
              onRemove={() => void remove()}
            >
              <TechnicianReport />
            </Removal>
          )}
          <Deriving waiting={waiting} text={text('optionsTurningPassphraseIntoKey')} />
          <span role="status">{typeof ending === 'string' && ending}</span>
          <FailureNote failure={typeof ending === 'string' ? null : ending} />
        </div>
      </form>
    </section>
  );
}
