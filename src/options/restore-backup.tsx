import { displayText } from '../domain/display-text.ts';
import type { BackupPreview, VaultStatus } from '../messaging/contract.ts';
import { momentText } from '../texts/moment-text.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { Deriving } from './deriving.tsx';
import { EntryChangesList } from './entry-changes-list.tsx';
import { FailureNote } from './failure-note.tsx';
import { FileField } from './file-field.tsx';
import { useRestore } from './use-restore.ts';

function Preview({ preview }: { readonly preview: BackupPreview }) {
  const { createdAt, apiKeys, changes, primaryDomains } = preview;
  return (
    <section class="preview" aria-label={text('optionsWhatTheBackupBrings')}>
      <p>
        <Sentence
          of="optionsBackupFacts"
          parts={[
            momentText(createdAt),
            <bdi key="keys">
              {apiKeys
                .map(({ name, change }) =>
                  text(change === 'added' ? 'optionsBackupKeyNew' : 'optionsBackupKeyStays', displayText(name)),
                )
                .join(', ') || text('optionsBackupNoKeys')}
            </bdi>,
          ]}
        />
      </p>
      {primaryDomains > 0 && <p>{plural('optionsBackupDomains', primaryDomains)}</p>}
      <EntryChangesList changes={changes} />
    </section>
  );
}

interface RestoreBackupProps {
  readonly onRestored: (status: VaultStatus) => void;
}

/** Brings the entries of a backup back, after a look at what changes. */
export function RestoreBackup({ onRestored }: RestoreBackupProps) {
  const { passphrase, preview, fault, failure, waiting, form, choose, type, look, restore } = useRestore(onRestored);
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void (preview === null ? look() : restore());
      }}
    >
      <FileField
        label={text('optionsBackupFile')}
        accept=".json,application/json"
        onText={choose}
        error={fault === 'file' ? text('optionsChooseTheFileFirst') : undefined}
      />
      <PassphraseField
        label={text('optionsAdministratorsPassphraseBackup')}
        name="passphrase"
        value={passphrase}
        onInput={type}
        hint={text('optionsOneVaultHadWhenBackup')}
        error={fault === 'passphrase' ? text('optionsTypeThePassphraseFirst') : undefined}
      />
      {preview !== null && <Preview preview={preview} />}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          {preview === null ? text('optionsShowWhatItBrings') : text('optionsRestore')}
        </Button>
        <Deriving waiting={waiting} text={text('optionsOpeningTheBackup')} />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
