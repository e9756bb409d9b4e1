import type { VaultStatus } from '../messaging/contract.ts';
import { UnlockForm } from '../ui/unlock-form.tsx';
import { EraseVault } from './erase-vault.tsx';
import { parseRoute } from './route.ts';
import type { VaultState } from './use-vault-status.ts';

interface LockedPageProps {
  readonly status: VaultStatus;
  readonly vault: VaultState;
}

/** The way back in; what was being typed waits behind it. */
export function LockedPage({ status, vault }: LockedPageProps) {
  return (
    <main class="alone">
      <p class="brand">Linked Vault</p>
      <h1>Vault locked</h1>
      {parseRoute(location.hash).page !== 'entries' && (
        <p class="lead">
          You come back to where you were, with what you typed; only passphrases and API keys have to be typed again.
        </p>
      )}
      <div class="card">
        <UnlockForm status={status} onUnlocked={vault.heed} />
      </div>
      <details class="forgot">
        <summary>Forgot the passphrase? Erase this vault and start over</summary>
        <EraseVault onErased={vault.heed} />
      </details>
    </main>
  );
}
