import { lockDueAt, lockIsDue } from '../domain/lock.ts';
import { cappedLock } from '../domain/policy.ts';
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
    policy,
  }: Pick<Ports, 'session' | 'alarms' | 'lists' | 'opened' | 'loadedIndexes' | 'now' | 'policy'>,
  locked: () => void = () => undefined,
): VaultDoor {
  const lock = async (): Promise<void> => {
    lists.clear();
    opened.clear();
    loadedIndexes.clear();
    try {
      await session.clear();
    } finally {
      // Whoever looks now finds it locked.
      locked();
    }
  };
  return {
    lock,
    async role() {
      const state = await session.unlocked();
      if (state === null) return null;
      const settings = cappedLock(state.settings, (await policy.read()).policy);
      if (!lockIsDue(state, settings, now())) return state.role;
      await lock();
      return null;
    },
    async touch() {
      const used = await session.changeUnlocked((state) => ({ ...state, lastUsedAt: now() }));
      if (used === null) return;
      const settings = cappedLock(used.settings, (await policy.read()).policy);
      await alarms.set('lock', lockDueAt(used, settings));
    },
  };
}
