import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { useVault } from './vault-context.ts';

/** What a technician is told about what an administrator does: the vault of a pack has none to turn to. */
export function useAdministratorsText(besideAdministrator: TextKey): string {
  const { ofPack } = useVault();
  return text(ofPack ? 'optionsVaultOfPack' : besideAdministrator);
}
