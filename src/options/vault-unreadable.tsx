import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { EraseVault } from './erase-vault.tsx';
import { FailureNote } from './failure-note.tsx';
import type { VaultState } from './use-vault-status.ts';

/** When not even the vault's state can be told. Only a damaged vault offers to start over. */
export function VaultUnreadable({ failure, vault }: { readonly failure: Failure; readonly vault: VaultState }) {
  return (
    <main class="alone">
      <p class="brand">{text('extensionName')}</p>
      <h1>{text('optionsVaultCannotBeRead')}</h1>
      <div class="card">
        <FailureNote failure={failure} onRetry={() => void vault.refresh()} />
      </div>
      {failure.code === 'vault-damaged' && (
        <details class="forgot">
          <summary>{text('optionsEraseVaultStartOver')}</summary>
          <EraseVault onErased={vault.heed} />
        </details>
      )}
    </main>
  );
}
