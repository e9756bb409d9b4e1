import { useState } from 'preact/hooks';
import type { VaultStatus } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { CreateVault } from './create-vault.tsx';
import { RestoreBackup } from './restore-backup.tsx';
import { TakePack } from './take-pack.tsx';

type Way = 'create' | 'pack' | 'backup';

const headings = { pack: 'Take a pack', backup: 'Restore a backup' } as const;

const leads = {
  pack: 'Your administrator has made a file for you and told you its activation code. It makes a vault with the entries and rights that were chosen for you, sealed with a passphrase of your own.',
  backup: 'The vault comes back as it was when the backup was made, and opens with the passphrase that it had then.',
} as const;

function FromFile({
  way,
  onMade,
  onBack,
}: {
  readonly way: 'pack' | 'backup';
  readonly onMade: (status: VaultStatus) => void;
  readonly onBack: () => void;
}) {
  return (
    <main class="alone">
      <p class="brand">Linked Vault</p>
      <h1>{headings[way]}</h1>
      <p class="lead">{leads[way]}</p>
      <div class="card">
        {way === 'pack' ? <TakePack makesVault onTaken={onMade} /> : <RestoreBackup onRestored={onMade} />}
      </div>
      <div class="actions">
        <Button onClick={onBack}>Back</Button>
      </div>
    </main>
  );
}

/** A device without a vault: a new one, one from an administrator's pack, or one that was saved. */
export function FirstPage({ onMade }: { readonly onMade: (status: VaultStatus) => void }) {
  const [way, setWay] = useState<Way>('create');
  if (way !== 'create') return <FromFile way={way} onMade={onMade} onBack={() => setWay('create')} />;
  return (
    <CreateVault onCreated={onMade}>
      <div class="actions">
        <Button onClick={() => setWay('pack')}>I have a pack from my administrator…</Button>
        <Button onClick={() => setWay('backup')}>Restore a backup…</Button>
      </div>
    </CreateVault>
  );
}
