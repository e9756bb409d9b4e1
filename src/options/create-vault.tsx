import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Deriving } from './deriving.tsx';
import { FailureNote } from './failure-note.tsx';
import { focusField } from './focus-field.ts';
import { NewPassphrase, noPassphrase, type PassphraseFault, passphraseFault } from './new-passphrase.tsx';
import { Stepper } from './stepper.tsx';

function useCreation(onCreated: (status: VaultStatus) => void) {
  const [chosen, setChosen] = useState(noPassphrase);
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const create = async (): Promise<void> => {
    if (waiting) return;
    const found = passphraseFault(chosen);
    setFault(found);
    setFailure(null);
    if (found !== null) return focusField(form.current, found.field);
    setWaiting(true);
    const answer = await ask('vault.create', { passphrase: chosen.first });
    setWaiting(false);
    if (!answer.ok) return setFailure(answer.failure);
    setChosen(noPassphrase);
    onCreated(answer.value);
  };
  return { chosen, setChosen, fault, failure, waiting, form, create };
}

interface CreateVaultProps {
  readonly onCreated: (status: VaultStatus) => void;
  /** Other ways to a vault, below the form. */
  readonly children?: ComponentChildren;
}

/** The first thing a new person sees: a passphrase, and what it is for. */
export function CreateVault({ onCreated, children }: CreateVaultProps) {
  const { chosen, setChosen, fault, failure, waiting, form, create } = useCreation(onCreated);
  return (
    <main class="alone">
      <p class="brand">{text('extensionName')}</p>
      <Stepper at="passphrase" />
      <h1>{text('optionsCreateYourVault')}</h1>
      <p class="lead">{text('optionsVaultKeepsYourGlueApi')}</p>
      <form
        ref={form}
        class="card form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <NewPassphrase
          label={text('optionsPassphrase')}
          repeatLabel={text('optionsRepeatThePassphrase')}
          chosen={chosen}
          onChange={setChosen}
          fault={fault}
        />
        <Banner kind="warning">
          <strong>{text('optionsForgottenPassphraseCannotBeRecovered')}</strong>{' '}
          {text('optionsNobodyHasCopyWithoutVault')}
        </Banner>
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {text('optionsCreateVault')}
          </Button>
          <Deriving waiting={waiting} text={text('optionsTurningYourPassphraseIntoKey')} />
          <FailureNote failure={failure} />
        </div>
      </form>
      {children}
    </main>
  );
}
