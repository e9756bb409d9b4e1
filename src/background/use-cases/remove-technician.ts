import { orStorageFailed } from '../disk-failure.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader } from '../vault-header.ts';
import { statusOf } from './vault-status.ts';

/** Technicians can no longer unlock this vault. */
export const removeTechnician: UseCase<'vault.removeTechnician'> = (ports) =>
  orStorageFailed(async () => {
    const header = decodeHeader(await ports.records.header());
    if (!header.ok) return header;
    const slots = header.value.slots.filter(({ role }) => role === 'administrator');
    await ports.records.write({ header: { ...header.value, slots } });
    return statusOf(ports);
  });
