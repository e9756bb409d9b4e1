import { displayText } from '../domain/display-text.ts';
import type { BackupPreview, VaultStatus } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Deriving } from './deriving.tsx';
import { EntryChangesList } from './entry-changes-list.tsx';
import { FailureNote } from './failure-note.tsx';
import { FileField } from './file-field.tsx';
import { useRestore } from './use-restore.ts';

function Preview({ preview }: { readonly preview: BackupPreview }) {
  const { createdAt, apiKeys, changes } = preview;
  return (
    <section class="preview" aria-label="What the backup brings">
      <p>
        Made on {new Date(createdAt).toLocaleString()}. API keys:{' '}
        <bdi>
          {apiKeys
            .map(({ name, change }) => `${displayText(name)} (${change === 'added' ? 'new' : 'stays as it is here'})`)
            .join(', ') || 'none'}
        </bdi>
        .
      </p>
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
        label="Backup file"
        accept=".json,application/json"
        onText={choose}
        error={fault === 'file' ? 'Choose the file first.' : undefined}
      />
      <PassphraseField
        label="Administrator’s passphrase of the backup"
        name="passphrase"
        value={passphrase}
        onInput={type}
        hint="The one that the vault had when the backup was made."
        error={fault === 'passphrase' ? 'Type the passphrase first.' : undefined}
      />
      {preview !== null && <Preview preview={preview} />}
      <div class="actions">
        <Button type="submit" kind="primary" busy={waiting}>
          {preview === null ? 'Show what it brings' : 'Restore'}
        </Button>
        <Deriving waiting={waiting} text="Opening the backup…" />
        <FailureNote failure={failure} />
      </div>
    </form>
  );
}
