import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { UnlockForm } from '../ui/unlock-form.tsx';
import { openOptions } from './open-options.ts';
import { Unlocked } from './unlocked.tsx';
import { useKeptView } from './use-kept-view.ts';
import { useVaultStatus, type VaultState } from './use-vault-status.ts';

function NoVault() {
  return (
    <main class="alone">
      <h1>{text('extensionName')}</h1>
      <p>{text('popupSignClientSystemsPasswordsYou')}</p>
      <p class="hint">{text('popupThereNoVaultOnDevice')}</p>
      <Button kind="primary" onClick={() => void openOptions()}>
        {text('popupSetUpLinkedVault')}
      </Button>
    </main>
  );
}

function Locked({ status, vault }: { readonly status: VaultStatus; readonly vault: VaultState }) {
  return (
    <main class="alone">
      <h1>{text('popupVaultLocked')}</h1>
      <UnlockForm status={status} onUnlocked={vault.heed} />
      <Button kind="quiet" onClick={() => void openOptions()}>
        {text('popupOptions')}
      </Button>
    </main>
  );
}

/** The popup: one face for each state of the vault. What was typed outlives them all. */
export function Popup() {
  const vault = useVaultStatus();
  const { kept, keep } = useKeptView();
  const { status, refresh } = vault;
  if (status === null || kept === null) return null;
  if (!status.ok)
    return (
      <main class="alone">
        <FailureBanner
          failure={status.failure}
          action={{ text: text('popupTryAgain'), onClick: () => void refresh() }}
        />
        <Button onClick={() => void openOptions()}>{text('popupOptions')}</Button>
      </main>
    );
  if (status.value.state === 'absent') return <NoVault />;
  if (status.value.state === 'locked') return <Locked status={status.value} vault={vault} />;
  return <Unlocked status={status.value} kept={kept} keep={keep} onLocked={refresh} onStatus={vault.heed} />;
}
