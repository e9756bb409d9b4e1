import type { CodeFacts } from '../domain/totp.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { FailureNote } from './failure-note.tsx';
import { Removal } from './removal.tsx';
import { useCodeSeed } from './use-code-seed.ts';

const factsText = ({ issuer, digits, periodSeconds }: CodeFacts): string =>
  issuer === null
    ? text('optionsCodeFacts', digits, periodSeconds)
    : text('optionsCodeFactsFor', digits, periodSeconds, issuer);

function CodeLead({ code }: Pick<CredentialEntryView, 'code'>) {
  return (
    <p class="lead">
      {sentences(
        code === null ? text('optionsGlueGivesNoOnetimeCodes') : factsText(code),
        text('optionsKeptHereTheyAreFilled'),
      )}
    </p>
  );
}

interface CopySwitchProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function CopySwitch({ on, onChange }: CopySwitchProps) {
  return (
    <SwitchField
      label={text('optionsCopyCodeAfterFillingPassword')}
      hint={text('optionsPagesAskSomewhereElseOnly')}
      checked={on}
      onChange={onChange}
    />
  );
}

function QrImage({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  return (
    <label class="field-label">
      {text('optionsImageQrCode')}{' '}
      <input type="file" accept="image/*" onChange={(event) => onFile(event.currentTarget.files?.[0])} />
    </label>
  );
}

interface CodePartProps {
  readonly entry: CredentialEntryView;
  readonly reload: () => void;
}

/** One-time codes of a credential entry: IT Glue's API never gives them, so the entry may keep a seed of its own. */
export function CodePart({ entry, reload }: CodePartProps) {
  const { typed, type, read, problem, failure, waiting, form, set, setCopy, remove } = useCodeSeed(entry, reload);
  return (
    <section
      class="card"
      aria-labelledby="codes"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="codes">{text('optionsOneTimeCodes')}</h2>
      <CodeLead code={entry.code} />
      {entry.code !== null && <CopySwitch on={entry.copyCode} onChange={(copy) => void setCopy(copy)} />}
      <form
        ref={form}
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
        }}
      >
        <PassphraseField
          label={text('optionsSecretKeyOtpauthAddress')}
          name="seed"
          value={typed}
          onInput={type}
          autocomplete="off"
          hint={text('optionsAsSiteShowsAuthenticatorApp')}
          error={problem ?? undefined}
        />
        <QrImage onFile={(file) => void read(file)} />
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {entry.code === null ? text('optionsKeepOnetimeCodes') : text('optionsReplaceTheKey')}
          </Button>
          {entry.code !== null && (
            <Removal
              ask={text('optionsRemoveOnetimeCodes')}
              confirm={text('optionsRemoveForGood')}
              onRemove={() => void remove()}
            />
          )}
          <FailureNote failure={failure} />
        </div>
      </form>
    </section>
  );
}
