import { ok } from '../../domain/result.ts';
import { clipboardLifetimeMs } from '../clipboard-lifetime.ts';
import type { UseCase } from '../use-case.ts';

/** Before a copy: the clipboard is overwritten by an alarm, which outlives popup and worker. */
export const clearClipboardLater: UseCase<'clipboard.clearLater'> = async (ports) => {
  const clearAt = ports.now() + clipboardLifetimeMs;
  await ports.alarms.set('clipboard', clearAt);
  return ok({ clearAt });
};
