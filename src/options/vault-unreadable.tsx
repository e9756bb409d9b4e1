import type { Failure } from '../domain/failure.ts';
import { EraseVault } from './erase-vault.tsx';
import { FailureNote } from './failure-note.tsx';
import type { VaultState } from './use-vault-status.ts';

/** When not even the vault's state can be told. Only a damaged vault offers to start over. */
export function VaultUnreadable({ failure, vault }: { readonly failure: Failure; readonly vault: VaultState }) {
  return (
    <main class="alone">
      <p class="brand">Linked Vault</p>
      <h1>The vault cannot be read</h1>
      <div class="card">
        <FailureNote failure={failure} onRetry={() => void vault.refresh()} />
      </div>
      {failure.code === 'vault-damaged' && (
        <details class="forgot">
          <summary>Erase this vault and start over</summary>
          <EraseVault onErased={vault.heed} />
        </details>
      )}
    </main>
  );
}
