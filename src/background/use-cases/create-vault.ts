import { fail } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { newVault } from '../new-vault.ts';
import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

/** A new vault, unlocked, whose passphrase is an administrator's. */
export const createVault: UseCase<'vault.create'> = (ports, { passphrase }) =>
  orStorageFailed(async () => {
    const failure = await newVault(ports, passphrase, 'administrator');
    return failure === null ? statusOf(ports) : fail(failure);
  });
