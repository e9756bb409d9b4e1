import { defaultLockSettings } from '../../domain/lock.ts';
import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

export const getSettings: UseCase<'settings.get'> = async (ports) => {
  const stored = await ports.store.get('settings', 'lock');
  return stored.ok ? ok(stored.value ?? defaultLockSettings) : stored;
};
