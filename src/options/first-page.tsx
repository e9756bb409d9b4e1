import { useState } from 'preact/hooks';
import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { CreateVault } from './create-vault.tsx';
import { RestoreBackup } from './restore-backup.tsx';
import { TakePack } from './take-pack.tsx';

type Way = 'create' | 'pack' | 'backup';

const headings = { pack: 'optionsTakePackHeading', backup: 'optionsRestoreBackupHeading' } as const;

const leads = {
  pack: 'optionsYourAdministratorHasMadeFile',
  backup: 'optionsVaultComesBackAsWas',
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
      <p class="brand">{text('extensionName')}</p>
      <h1>{text(headings[way])}</h1>
      <p class="lead">{text(leads[way])}</p>
      <div class="card">
        {way === 'pack' ? <TakePack makesVault onTaken={onMade} /> : <RestoreBackup onRestored={onMade} />}
      </div>
      <div class="actions">
        <Button onClick={onBack}>{text('optionsBack')}</Button>
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
        <Button onClick={() => setWay('pack')}>{text('optionsIHavePackFromMy')}</Button>
        <Button onClick={() => setWay('backup')}>{text('optionsRestoreABackup')}</Button>
      </div>
    </CreateVault>
  );
}
