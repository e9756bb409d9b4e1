import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
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
  if (managed.policy.disableExport) return <p class="hint">{setByAdministrator} No export and no backup.</p>;
  return (
    <div class="actions">
      <Button onClick={() => void save()}>Save a backup</Button>
      <span role="status">{saved && 'Handed to the browser to be saved.'}</span>
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
      <h2 id="backup">Backup</h2>
      <p class="lead">
        A backup is this vault as it lies on the disk: sealed, and opened by nothing but a passphrase that the vault has
        now. It holds API keys, so keep it where you keep keys. There is no export in clear.
      </p>
      <SaveBackup />
      <details>
        <summary>Restore a backup…</summary>
        <p class="hint">
          Entries that are missing come back, and those that differ become what they were. Nothing that is here now is
          taken away, and API keys that are here stay.
        </p>
        <RestoreBackup
          onRestored={(status) => {
            setRestored(true);
            heed(status);
          }}
        />
        <p role="status">{restored && 'Restored.'}</p>
      </details>
    </section>
  );
}
