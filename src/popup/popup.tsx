import type { VaultStatus } from '../messaging/contract.ts';
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
      <h1>Linked Vault</h1>
      <p>Sign in to client systems with the passwords that you keep in IT Glue.</p>
      <p class="hint">
        There is no vault on this device yet. Setting one up takes a passphrase and an IT Glue API key.
      </p>
      <Button kind="primary" onClick={() => void openOptions()}>
        Set up Linked Vault
      </Button>
    </main>
  );
}

function Locked({ status, vault }: { readonly status: VaultStatus; readonly vault: VaultState }) {
  return (
    <main class="alone">
      <h1>Vault locked</h1>
      <UnlockForm status={status} onUnlocked={vault.heed} />
      <Button kind="quiet" onClick={() => void openOptions()}>
        Options
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
        <FailureBanner failure={status.failure} action={{ text: 'Try again', onClick: () => void refresh() }} />
        <Button onClick={() => void openOptions()}>Options</Button>
      </main>
    );
  if (status.value.state === 'absent') return <NoVault />;
  if (status.value.state === 'locked') return <Locked status={status.value} vault={vault} />;
  return <Unlocked status={status.value} kept={kept} keep={keep} onLocked={refresh} onStatus={vault.heed} />;
}
