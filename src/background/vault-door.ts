import { lockDueAt, lockIsDue } from '../domain/lock.ts';
import { cappedLock } from '../domain/policy.ts';
import type { Ports, UnlockedState, VaultDoor } from './ports.ts';

/** A use this soon after another one is not written down: keys that are typed would be, one by one. Locks come so much earlier. */
const oneUseMs = 1000;

const isSoonAfter = (time: number, before: number): boolean => time >= before && time < before + oneUseMs;

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
  const settingsOf = async (state: UnlockedState) => cappedLock(state.settings, (await policy.read()).policy);
  const dueOf = async (state: UnlockedState) => lockDueAt(state, await settingsOf(state));
  let alarmAt = Number.NaN;
  const lock = async (due: UnlockedState | null): Promise<void> => {
    lists.clear();
    opened.clear();
    loadedIndexes.clear();
    let locks = true;
    try {
      locks = await session.clear(due);
    } finally {
      // Whoever looks now finds it locked.
      if (locks) locked();
    }
  };
  return {
    lock: () => lock(null),
    async role() {
      const state = await session.unlocked();
      if (state === null) return null;
      if (!lockIsDue(state, await settingsOf(state), now())) return state.role;
      // Somebody may have unlocked it anew since it was looked at.
      await lock(state);
      return (await session.unlocked())?.role ?? null;
    },
    async touch() {
      const before = await session.unlocked();
      if (before === null) return;
      const usedNow = { ...before, lastUsedAt: now() };
      if (isSoonAfter(usedNow.lastUsedAt, before.lastUsedAt) && isSoonAfter(await dueOf(usedNow), alarmAt)) return;
      const used = await session.changeUnlocked((state) => ({ ...state, lastUsedAt: now() }));
      if (used === null) return;
      const due = await dueOf(used);
      await alarms.set('lock', due);
      alarmAt = due;
    },
  };
}
