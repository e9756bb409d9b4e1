import { displayText } from '../domain/display-text.ts';
import type { PackPreview, VaultStatus } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { dayText } from '../texts/day-text.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { packPolicyLines } from '../ui/pack-policy-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Deriving } from './deriving.tsx';
import { EntryChangesList } from './entry-changes-list.tsx';
import { FailureNote } from './failure-note.tsx';
import { FileField } from './file-field.tsx';
import { NewPassphrase, type PassphraseFault } from './new-passphrase.tsx';
import { type TakePackFault, useTakePack } from './use-take-pack.ts';

function Preview({ preview }: { readonly preview: PackPreview }) {
  const { facts, fingerprint, firstOfSigner, policy, apiKeys, changes } = preview;
  return (
    <section class="preview" aria-label={text('optionsWhatThePackBrings')}>
      <p>
        <Sentence
          of="optionsPackPreview"
          parts={[
            <strong key="name">
              <bdi>{displayText(facts.name)}</bdi>
            </strong>,
            countText(facts.version),
            dayText(facts.expiresAt),
            <bdi key="keys">{apiKeys.map((name) => displayText(name)).join(', ')}</bdi>,
          ]}
        />
      </p>
      {firstOfSigner ? (
        <Banner kind="warning">
          <Sentence
            of="optionsSignedKeyAskYourAdministrator"
            parts={[
              <code key="key" dir="ltr">
                {fingerprint}
              </code>,
            ]}
          />
        </Banner>
      ) : (
        <p>{text('optionsSignedBySameKeyAs')}</p>
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

const ofPassphrase = (fault: TakePackFault | null): PassphraseFault | null =>
  fault !== null && (fault.field === 'passphrase' || fault.field === 'repeat') ? (fault as PassphraseFault) : null;

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
        label={text('optionsPackFile')}
        accept=".json,application/json"
        onText={(read) => choose({ text: read })}
        error={faultAt('file')}
      />
      <TextField
        label={text('optionsActivationCode')}
        name="code"
        value={chosen.code}
        onInput={(code) => choose({ code })}
        hint={text('optionsTwentySignsFiveGroupsSmall')}
        error={faultAt('code')}
      />
      {preview !== null && <Preview preview={preview} />}
      {preview !== null && makesVault && (
        <NewPassphrase
          label={text('optionsPassphrase')}
          repeatLabel={text('optionsRepeatThePassphrase')}
          chosen={own}
          onChange={setOwn}
          fault={ofPassphrase(fault)}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          {preview === null ? text('optionsShowWhatItBrings') : text('optionsTakeThisPack')}
        </Button>
        <Deriving waiting={waiting} text={text('optionsOpeningThePack')} />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
