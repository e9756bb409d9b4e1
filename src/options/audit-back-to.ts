import type { AuditRecord, AuditStretch } from '../domain/audit.ts';
import { ok, type Result } from '../domain/result.ts';
import { type AuditSoFar, joinedAudit } from './audit-so-far.ts';
import type { VaultAccess } from './vault-context.ts';

/** Runs of a hundred records. */
const runsAtOnce = 50;

const liesBefore = (records: readonly AuditRecord[], from: number): boolean =>
  records.length > 0 && records.every(({ at }) => at < from);

/**
 * The audit from its newest record back to a moment (ms since 1970). Records stand in the order in which they were
 * written, and their times are the device's, whose clock may have stood wrong for a while: one older record ends
 * nothing, a whole stretch of them does.
 */
export async function auditBackTo(ask: VaultAccess['ask'], from: number): Promise<Result<AuditSoFar>> {
  let seen: AuditSoFar | null = null;
  for (let before: number | null = null; ; ) {
    const answer: Result<AuditStretch> = await ask('audit.stretch', { before, runs: runsAtOnce });
    if (!answer.ok) return answer;
    seen = joinedAudit(seen, answer.value);
    if (answer.value.older === null || liesBefore(answer.value.records, from)) return ok(seen);
    before = answer.value.older;
  }
}
