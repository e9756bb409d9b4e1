import type { CodeFacts } from '../domain/totp.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { FailureNote } from './failure-note.tsx';
import { Removal } from './removal.tsx';
import { useCodeSeed } from './use-code-seed.ts';

const factsText = ({ issuer, digits, periodSeconds }: CodeFacts): string =>
  `This entry makes codes of ${digits} digits every ${periodSeconds} seconds${issuer === null ? '' : ` for ${issuer}`}.`;

function CodeLead({ code }: Pick<CredentialEntryView, 'code'>) {
  return (
    <p class="lead">
      {code === null ? 'IT Glue gives no one-time codes to other programs.' : factsText(code)} Kept here, they are
      filled on pages that ask for them. The key is sealed and never shown again; choosing another password for this
      entry removes it.
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
      label="Copy the code after filling the password"
      hint="For pages that ask for it somewhere else. Only for whoever has View password; the clipboard is cleared after 30 seconds."
      checked={on}
      onChange={onChange}
    />
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
      <h2 id="codes">One-time codes</h2>
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
          label="Secret key or otpauth address"
          name="seed"
          value={typed}
          onInput={type}
          autocomplete="off"
          hint="As the site shows it for an authenticator app. Or drop an image of its QR code on this card."
          error={problem ?? undefined}
        />
        <label class="field-label">
          Image of the QR code{' '}
          <input type="file" accept="image/*" onChange={(event) => void read(event.currentTarget.files?.[0])} />
        </label>
        <div class="actions">
          <Button type="submit" kind="primary" busy={waiting}>
            {entry.code === null ? 'Keep one-time codes' : 'Replace the key'}
          </Button>
          {entry.code !== null && (
            <Removal ask="Remove one-time codes…" confirm="Remove for good" onRemove={() => void remove()} />
          )}
          <FailureNote failure={failure} />
        </div>
      </form>
    </section>
  );
}
