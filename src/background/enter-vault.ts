import { defaultLockSettings } from '../domain/lock.ts';
import { usePack } from './pack/pack-record.ts';
import type { OpenedSlot } from './passphrase-try.ts';
import type { Ports } from './ports.ts';

/** The vault is open for whoever's slot was opened, with its settings and its pack. */
export async function enterVault(ports: Ports, kid: string, { dek, slot }: OpenedSlot): Promise<void> {
  const now = ports.now();
  const span = { unlockedAt: now, lastUsedAt: now };
  await ports.session.setUnlocked({ dek, kid, role: slot.role, ...span, settings: defaultLockSettings, pack: null });
  await usePack(ports);
  const settings = await ports.store.get('settings', 'lock');
  const kept = settings.ok ? settings.value : null;
  if (kept !== null) await ports.session.changeUnlocked((known) => ({ ...known, settings: kept }));
  await ports.door.touch();
}
