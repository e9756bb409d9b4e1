import { ok } from '../../domain/result.ts';
import { clearLater } from '../clear-later.ts';
import type { UseCase } from '../use-case.ts';

/** Before a copy of the popup's own. */
export const clearClipboardLater: UseCase<'clipboard.clearLater'> = async (ports) =>
  ok({ clearAt: await clearLater(ports) });
