import { type PackState, strictestPack } from '../../domain/pack.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';

/** There is one pack in a vault. */
export const packRecord = 'pack';

const laterMs = 60 * 60_000;

/** A pack whose record does not open: ended, and as strict as can be, so that damaging it frees nothing. */
const unreadablePack: PackState = {
  packId: 'unreadable',
  name: 'unreadable',
  version: Number.MAX_SAFE_INTEGER,
  issuedAt: 0,
  expiresAt: 0,
  signer: 'unreadable',
  policy: strictestPack,
  seenAt: 0,
  confirmed: {},
};

/** The pack that the vault works with, as the disk has it; null: none. */
async function packOnDisk(ports: Pick<Ports, 'store'>): Promise<PackState | null> {
  const found = await ports.store.get('pack', packRecord);
  return found.ok ? found.value : unreadablePack;
}

/** Keeps the pack on disk and in what is known while unlocked. */
export async function keepPack(ports: Pick<Ports, 'store' | 'session'>, pack: PackState): Promise<Result<void>> {
  const kept = await ports.store.put('pack', packRecord, pack);
  if (!kept.ok) return kept;
  await ports.session.changeUnlocked((state) => ({ ...state, pack }));
  return ok(undefined);
}

/** Takes the pack in when the vault has been opened, and notes the time, so that a clock set back later changes nothing. */
export async function usePack(ports: Pick<Ports, 'store' | 'session' | 'now'>): Promise<void> {
  const pack = await packOnDisk(ports);
  if (pack === null) return;
  await ports.session.changeUnlocked((state) => ({ ...state, pack }));
  const now = ports.now();
  if (pack.expiresAt > 0 && now > pack.seenAt + laterMs) await keepPack(ports, { ...pack, seenAt: now });
}
