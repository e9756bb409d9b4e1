import { defaultLockSettings } from '../../domain/lock.ts';
import { passphraseLongEnough, passphraseMinimum } from '../../domain/passphrase.ts';
import { fail } from '../../domain/result.ts';
import { chooseKdfMemory, vaultVersion } from '../../domain/sealed.ts';
import { Secret } from '../../domain/secret.ts';
import { freshGuard } from '../../domain/unlock-delay.ts';
import { toBase64url } from '../base64url.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { emptyCatalog } from '../sealed-store.ts';
import type { UseCase } from '../use-case.ts';
import { sealSlot } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** A new vault, unlocked, with the strongest derivation that this device does within a second. */
export const createVault: UseCase<'vault.create'> = (ports, { passphrase }) =>
  orStorageFailed(async () => {
    if ((await ports.records.header()) !== null) return fail({ code: 'vault-exists' });
    if (!passphraseLongEnough(passphrase)) return fail({ code: 'passphrase-too-short', minimum: passphraseMinimum });
    const now = ports.now();
    const open = { v: vaultVersion, kid: toBase64url(ports.randomBytes(9)), createdAt: now };
    const dek = ports.randomBytes(32);
    const memory = chooseKdfMemory(await ports.kdf.measureFloor());
    const slot = await sealSlot(ports, open, 'administrator', memory, new Secret(passphrase), dek);
    const state = {
      dek,
      kid: open.kid,
      role: 'administrator',
      unlockedAt: now,
      lastUsedAt: ports.now(),
      settings: defaultLockSettings,
    } as const;
    const catalog = await emptyCatalog(ports.cipher, state);
    // Of a vault that is gone nobody has the key any more: its audit would stand in the way of this one's for ever. Before
    // the header, since a worker that dies here has made nothing, and made nothing unreadable.
    await ports.audit.erase();
    await ports.records.write({ header: { ...open, slots: [slot] }, put: [catalog] });
    await ports.records.saveGuard(freshGuard);
    await ports.session.setUnlocked(state);
    await ports.door.touch();
    return statusOf(ports);
  });
