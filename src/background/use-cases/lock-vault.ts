import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

/** DEK, intents and cached lists are forgotten. */
export const lockVault: UseCase<'vault.lock'> = async (ports) => {
  await ports.door.lock();
  return statusOf(ports);
};
