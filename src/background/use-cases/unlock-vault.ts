import { kdfMeets } from '../../domain/policy.ts';
import type { VaultHeader } from '../../domain/sealed.ts';
import { Secret } from '../../domain/secret.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { enterVault } from '../enter-vault.ts';
import { type OpenedSlot, tryPassphrase } from '../passphrase-try.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader, sealSlot } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** A slot that is weaker than the policy asks is sealed anew while its passphrase is at hand. */
async function raised(ports: Ports, header: VaultHeader, { slot, dek }: OpenedSlot, passphrase: Secret): Promise<void> {
  const { policy } = await ports.policy.read();
  if (kdfMeets(slot.kdf, policy)) return;
  const fresh = await sealSlot(ports, header, slot.role, slot.kdf.m, passphrase, dek);
  await ports.records.write({
    header: { ...header, slots: header.slots.map((one) => (one.id === slot.id ? fresh : one)) },
  });
}

/** The passphrase says who it is: the role belongs to the slot that it opens. */
export const unlockVault: UseCase<'vault.unlock'> = (ports, { passphrase }) =>
  orStorageFailed(async () => {
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const opened = await tryPassphrase(ports, header.value, new Secret(passphrase));
    if (!opened.ok) return opened;
    await raised(ports, header.value, opened.value, new Secret(passphrase));
    await enterVault(ports, header.value.kid, opened.value);
    return statusOf(ports);
  });
