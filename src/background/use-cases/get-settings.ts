import { defaultLockSettings } from '../../domain/lock.ts';
import { cappedLock } from '../../domain/policy.ts';
import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** The lock settings that hold: those chosen, as far as the policy lets them. */
export const getSettings: UseCase<'settings.get'> = async (ports) => {
  const stored = await ports.store.get('settings', 'lock');
  if (!stored.ok) return stored;
  return ok(cappedLock(stored.value ?? defaultLockSettings, (await ports.policy.read()).policy));
};
