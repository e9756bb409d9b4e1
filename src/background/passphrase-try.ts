import { fail, ok, type Result } from '../domain/result.ts';
import type { VaultHeader } from '../domain/sealed.ts';
import type { Secret } from '../domain/secret.ts';
import { freshGuard, guardAfterFailure, unlockWaitSeconds } from '../domain/unlock-delay.ts';
import type { Ports } from './ports.ts';
import { openSlot } from './vault-header.ts';

export type OpenedSlot = NonNullable<Awaited<ReturnType<typeof openSlot>>>;

/**
 * One try of a passphrase, counted on disk before it is made: a worker that is killed in the middle has used it up. The right passphrase resets the count.
 */
export async function tryPassphrase(
  ports: Ports,
  header: VaultHeader,
  passphrase: Secret,
): Promise<Result<OpenedSlot>> {
  const guard = await ports.records.guard();
  const wait = unlockWaitSeconds(guard, ports.now());
  if (wait > 0) return fail({ code: 'unlock-delayed', waitSeconds: wait });
  await ports.records.saveGuard(guardAfterFailure(guard, ports.now()));
  const opened = await openSlot(ports, header, passphrase);
  if (opened !== null) {
    await ports.records.saveGuard(freshGuard);
    return ok(opened);
  }
  const counted = guardAfterFailure(guard, ports.now());
  await ports.records.saveGuard(counted);
  return fail({ code: 'wrong-passphrase', waitSeconds: unlockWaitSeconds(counted, ports.now()) });
}
