import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { saveFile } from '../ui/save-file.ts';
import { FailureNote } from './failure-note.tsx';
import { RestoreBackup } from './restore-backup.tsx';
import { useVault } from './vault-context.ts';

const fileName = (now: Date): string => `linked-vault-backup-${now.toISOString().slice(0, 10)}.json`;

function SaveBackup() {
  const { ask, managed } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await ask('backup.export', {});
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (answer.ok) saveFile(fileName(new Date()), 'application/json', answer.value.text);
  };
  if (managed.policy.disableExport)
    return <p class="hint">{sentences(setByAdministrator(), text('optionsNoExportNoBackup'))}</p>;
  return (
    <div class="actions">
      <Button onClick={() => void save()}>{text('optionsSaveABackup')}</Button>
      <span role="status">{saved && text('optionsHandedBrowserBeSaved')}</span>
      <FailureNote failure={failure} />
    </div>
  );
}

/** The sealed vault as a file, and the way back. */
export function BackupSection() {
  const { heed } = useVault();
  const [restored, setRestored] = useState(false);
  return (
    <section class="card" aria-labelledby="backup">
      <h2 id="backup">{text('optionsBackup')}</h2>
      <p class="lead">{text('optionsBackupVaultAsLiesOn')}</p>
      <SaveBackup />
      <details>
        <summary>{text('optionsRestoreABackup')}</summary>
        <p class="hint">{text('optionsEntriesAreMissingComeBack')}</p>
        <RestoreBackup
          onRestored={(status) => {
            setRestored(true);
            heed(status);
          }}
        />
        <p role="status">{restored && text('optionsRestored')}</p>
      </details>
    </section>
  );
}
