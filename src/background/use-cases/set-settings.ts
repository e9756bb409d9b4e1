import { fail, ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** Lock settings, in force at once. */
export const setSettings: UseCase<'settings.set'> = async (ports, settings) => {
  const saved = await ports.store.put('settings', 'lock', settings);
  if (!saved.ok) return saved;
  if ((await ports.session.changeUnlocked((state) => ({ ...state, settings }))) === null)
    return fail({ code: 'locked' });
  await ports.door.touch();
  return ok(settings);
};
