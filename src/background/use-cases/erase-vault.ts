import { orStorageFailed } from '../disk-failure.ts';
import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

/** The whole vault goes, for whoever has forgotten the passphrase. The IT Glue passwords themselves are in IT Glue. */
export const eraseVault: UseCase<'vault.erase'> = (ports) =>
  orStorageFailed(async () => {
    await ports.door.lock();
    await ports.records.erase();
    await ports.indexRecords.erase();
    await ports.audit.erase();
    await ports.hosts.dropHttpAuth();
    return statusOf(ports);
  });
