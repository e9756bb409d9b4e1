import { lockDueAt, lockIsDue } from '../domain/lock.ts';
import type { Ports, VaultDoor } from './ports.ts';

/**
 * Checks the deadline at every use, so that a sleeping machine or a lost alarm cannot keep the vault open. `locked`
 * forgets what else lies in memory.
 */
export function createVaultDoor(
  {
    session,
    alarms,
    lists,
    opened,
    loadedIndexes,
    now,
  }: Pick<Ports, 'session' | 'alarms' | 'lists' | 'opened' | 'loadedIndexes' | 'now'>,
  locked: () => void = () => undefined,
): VaultDoor {
  const lock = async (): Promise<void> => {
    lists.clear();
    opened.clear();
    loadedIndexes.clear();
    locked();
    await session.clear();
  };
  return {
    lock,
    async role() {
      const state = await session.unlocked();
      if (state === null) return null;
      if (!lockIsDue(state, state.settings, now())) return state.role;
      await lock();
      return null;
    },
    async touch() {
      const used = await session.changeUnlocked((state) => ({ ...state, lastUsedAt: now() }));
      if (used !== null) await alarms.set('lock', lockDueAt(used, used.settings));
    },
  };
}
