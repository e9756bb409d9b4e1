import { defaultLockSettings } from '../../domain/lock.ts';
import { Secret } from '../../domain/secret.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { tryPassphrase } from '../passphrase-try.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** The passphrase says who it is: the role belongs to the slot that it opens. */
export const unlockVault: UseCase<'vault.unlock'> = (ports, { passphrase }) =>
  orStorageFailed(async () => {
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const opened = await tryPassphrase(ports, header.value, new Secret(passphrase));
    if (!opened.ok) return opened;
    const { dek, slot } = opened.value;
    const now = ports.now();
    const state = {
      dek,
      kid: header.value.kid,
      role: slot.role,
      unlockedAt: now,
      lastUsedAt: now,
      settings: defaultLockSettings,
    };
    await ports.session.setUnlocked(state);
    const settings = await ports.store.get('settings', 'lock');
    const kept = settings.ok ? settings.value : null;
    if (kept !== null) await ports.session.changeUnlocked((known) => ({ ...known, settings: kept }));
    await ports.door.touch();
    return statusOf(ports);
  });
