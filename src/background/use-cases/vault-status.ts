import { lockDueAt } from '../../domain/lock.ts';
import { cappedLock } from '../../domain/policy.ts';
import { ok, type Result } from '../../domain/result.ts';
import { unlockWaitSeconds } from '../../domain/unlock-delay.ts';
import type { VaultStatus } from '../../messaging/contract.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { decodeHeader, hasSlot } from '../vault-header.ts';

/**
 * Absent, locked or unlocked, by whom and until when. A header that cannot be read counts as locked; unlocking says what is
 * wrong with it. Only an unlocked vault asks the policy: Chromium keeps that back for seconds after its own start, when every
 * vault is locked, and people should not have to wait for the unlock form.
 */
export const statusOf = (ports: Ports): Promise<Result<VaultStatus>> =>
  orStorageFailed(async () => {
    const header = decodeHeader(await ports.records.header());
    const role = await ports.door.role();
    const state = role === null ? null : await ports.session.unlocked();
    const lockAt =
      state === null ? null : lockDueAt(state, cappedLock(state.settings, (await ports.policy.read()).policy));
    const absent = !header.ok && header.failure.code === 'no-vault';
    return ok({
      state: absent ? 'absent' : state === null ? 'locked' : 'unlocked',
      role: state?.role ?? null,
      lockAt,
      unlockWaitSeconds: unlockWaitSeconds(await ports.records.guard(), ports.now()),
      hasTechnician: header.ok && hasSlot(header.value, 'technician'),
    });
  });

export const vaultStatus: UseCase<'vault.status'> = (ports) => statusOf(ports);
