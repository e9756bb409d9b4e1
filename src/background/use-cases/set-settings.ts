import { fail, ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** Lock settings, in force at once. */
export const setSettings: UseCase<'settings.set'> = async (ports, settings) => {
  const saved = await ports.store.put('settings', 'lock', settings);
  if (!saved.ok) return saved;
  const state = await ports.session.unlocked();
  if (state === null) return fail({ code: 'locked' });
  await ports.session.setUnlocked({ ...state, settings });
  await ports.door.touch();
  return ok(settings);
};
