import type { AuditRecord } from '../domain/audit.ts';
import type { Result } from '../domain/result.ts';
import { auditFromNewest } from './audit-from-newest.ts';
import type { AuditSoFar } from './audit-so-far.ts';
import type { VaultAccess } from './vault-context.ts';

const liesBefore = (records: readonly AuditRecord[], from: number): boolean =>
  records.length > 0 && records.every(({ at }) => at < from);

/**
 * The audit from its newest record back to a moment (ms since 1970). Records stand in the order in which they were
 * written, and their times are the device's, whose clock may have stood wrong for a while: one older record ends
 * nothing, a whole stretch of them does.
 */
export const auditBackTo = (ask: VaultAccess['ask'], from: number): Promise<Result<AuditSoFar>> =>
  auditFromNewest(ask, (_seen, latest) => !liesBefore(latest, from));
