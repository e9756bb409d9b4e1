import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { VaultStatus } from '../messaging/contract.ts';
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
    conclude(answer, 'Set. Hand it over by word of mouth or on paper.');
  };
  const remove = async (): Promise<void> => {
    setWaiting(true);
    conclude(await ask('vault.removeTechnician', {}), 'Removed. That passphrase does not unlock this vault any more.');
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
      <h2 id="technician">Technician passphrase</h2>
      <p class="lead">
        {has ? 'A technician passphrase is set.' : 'No technician passphrase is set.'} Whoever unlocks with it sees the
        entries that allow View, launches their sessions, and may do what View password and Edit allow. A technician
        makes no new entries, and changes no API keys and no settings.
      </p>
      <form
        ref={form}
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <NewPassphrase label="Technician passphrase" chosen={chosen} onChange={setChosen} fault={fault} />
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {has ? 'Replace technician passphrase' : 'Set technician passphrase'}
          </Button>
          {has && (
            <Removal ask="Remove technician passphrase…" confirm="Remove it" onRemove={() => void remove()}>
              <TechnicianReport />
            </Removal>
          )}
          <Deriving waiting={waiting} text="Turning the passphrase into a key…" />
          <span role="status">{typeof ending === 'string' && ending}</span>
          <FailureNote failure={typeof ending === 'string' ? null : ending} />
        </div>
      </form>
    </section>
  );
}
