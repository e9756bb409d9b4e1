import type { Failure } from '../domain/failure.ts';
import { defaultLockSettings } from '../domain/lock.ts';
import { passphraseLongEnough, passphraseMinimum } from '../domain/passphrase.ts';
import type { Role } from '../domain/permission.ts';
import { chooseKdfMemory, vaultVersion } from '../domain/sealed.ts';
import { Secret } from '../domain/secret.ts';
import { freshGuard } from '../domain/unlock-delay.ts';
import { toBase64url } from './base64url.ts';
import type { Ports } from './ports.ts';
import { emptyCatalog } from './sealed-store.ts';
import { sealSlot } from './vault-header.ts';

/**
 * Makes a vault, unlocked, with one slot of that role and the strongest derivation that this device does within a second.
 * null: made; otherwise why not.
 */
export async function newVault(ports: Ports, passphrase: string, role: Role): Promise<Failure | null> {
  if ((await ports.records.header()) !== null) return { code: 'vault-exists' };
  if (!passphraseLongEnough(passphrase)) return { code: 'passphrase-too-short', minimum: passphraseMinimum };
  const now = ports.now();
  const open = { v: vaultVersion, kid: toBase64url(ports.randomBytes(9)), createdAt: now };
  const dek = ports.randomBytes(32);
  const memory = chooseKdfMemory(await ports.kdf.measureFloor());
  const slot = await sealSlot(ports, open, role, memory, new Secret(passphrase), dek);
  const span = { unlockedAt: now, lastUsedAt: ports.now() };
  const state = { dek, kid: open.kid, role, ...span, settings: defaultLockSettings, pack: null };
  const catalog = await emptyCatalog(ports.cipher, state);
  // Of a vault that is gone nobody has the key any more: its audit would stand in the way of this one's for ever. Before
  // the header, since a worker that dies here has made nothing, and made nothing unreadable.
  await ports.audit.erase();
  await ports.records.write({ header: { ...open, slots: [slot] }, put: [catalog] });
  await ports.records.saveGuard(freshGuard);
  await ports.session.setUnlocked(state);
  await ports.door.touch();
  return null;
}
