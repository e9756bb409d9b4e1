import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** What cannot be opened is let go only when somebody says so. */
export const discardDamaged: UseCase<'vault.discardDamaged'> = async (ports, { records }) => {
  const discarded = await ports.store.discard(records);
  return discarded.ok ? ok({ discarded: discarded.value }) : discarded;
};
