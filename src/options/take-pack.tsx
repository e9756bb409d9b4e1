import { displayText } from '../domain/display-text.ts';
import type { PackPreview, VaultStatus } from '../messaging/contract.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { packPolicyLines } from '../ui/pack-policy-text.ts';
import { TextField } from '../ui/text-field.tsx';
import { Deriving } from './deriving.tsx';
import { EntryChangesList } from './entry-changes-list.tsx';
import { FailureNote } from './failure-note.tsx';
import { FileField } from './file-field.tsx';
import { NewPassphrase, type PassphraseFault } from './new-passphrase.tsx';
import { useTakePack } from './use-take-pack.ts';

function Preview({ preview }: { readonly preview: PackPreview }) {
  const { facts, fingerprint, firstOfSigner, policy, apiKeys, changes } = preview;
  return (
    <section class="preview" aria-label="What the pack brings">
      <p>
        <strong>
          <bdi>{displayText(facts.name)}</bdi>
        </strong>
        , version {facts.version}, good until {new Date(facts.expiresAt).toLocaleDateString()}. API keys:{' '}
        <bdi>{apiKeys.map((name) => displayText(name)).join(', ')}</bdi>.
      </p>
      {firstOfSigner ? (
        <Banner kind="warning">
          Signed with the key <code>{fingerprint}</code>. Ask your administrator for these signs, not in the message
          that the file came with, and go on only if they are the same.
        </Banner>
      ) : (
        <p>Signed by the same key as before.</p>
      )}
      <ul class="plain-list">
        {packPolicyLines(policy).map((line) => (
          <li key={line}>{line}.</li>
        ))}
      </ul>
      <EntryChangesList changes={changes} />
    </section>
  );
}

interface TakePackProps {
  /** There is no vault yet: the pack makes one. */
  readonly makesVault: boolean;
  readonly onTaken: (status: VaultStatus) => void;
}

/** Takes the file that an administrator has made, after a look at what it brings. */
export function TakePack({ makesVault, onTaken }: TakePackProps) {
  const { chosen, choose, own, setOwn, preview, fault, failure, waiting, form, look, take } = useTakePack(
    makesVault,
    onTaken,
  );
  const faultAt = (field: 'file' | 'code') => (fault?.field === field ? fault.text : undefined);
  const ownFault: PassphraseFault | null =
    fault !== null && (fault.field === 'passphrase' || fault.field === 'repeat') ? (fault as PassphraseFault) : null;
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void (preview === null ? look() : take());
      }}
    >
      <FileField
        label="Pack file"
        accept=".json,application/json"
        onText={(text) => choose({ text })}
        error={faultAt('file')}
      />
      <TextField
        label="Activation code"
        name="code"
        value={chosen.code}
        onInput={(code) => choose({ code })}
        hint="Twenty signs in five groups; small letters and blanks do as well."
        error={faultAt('code')}
      />
      {preview !== null && <Preview preview={preview} />}
      {preview !== null && makesVault && (
        <NewPassphrase label="Passphrase" chosen={own} onChange={setOwn} fault={ownFault} />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          {preview === null ? 'Show what it brings' : 'Take this pack'}
        </Button>
        <Deriving waiting={waiting} text="Opening the pack…" />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
