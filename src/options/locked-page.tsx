import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
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
      <p class="brand">{text('extensionName')}</p>
      <h1>{text('optionsVaultLocked')}</h1>
      {parseRoute(location.hash).page !== 'entries' && <p class="lead">{text('optionsYouComeBackWhereYou')}</p>}
      <div class="card">
        <UnlockForm status={status} onUnlocked={vault.heed} />
      </div>
      <details class="forgot">
        <summary>{text('optionsForgotPassphraseEraseVaultStart')}</summary>
        <EraseVault onErased={vault.heed} />
      </details>
    </main>
  );
}
