import type { AuditRecord, AuditStretch } from '../domain/audit.ts';
import { ok, type Result } from '../domain/result.ts';
import { type AuditSoFar, joinedAudit } from './audit-so-far.ts';
import type { VaultAccess } from './vault-context.ts';

/** Runs of a hundred records. */
const runsAtOnce = 50;

/**
 * Reads the audit from its newest record on, stretch by stretch, to its oldest one or until `goesOn` says that it is
 * enough. It is told all that was seen, and the records of the latest stretch alone.
 */
export async function auditFromNewest(
  ask: VaultAccess['ask'],
  goesOn: (seen: AuditSoFar, latest: readonly AuditRecord[]) => boolean,
  firstRuns: number = runsAtOnce,
): Promise<Result<AuditSoFar>> {
  let seen: AuditSoFar | null = null;
  for (let before: number | null = null; ; ) {
    const runs: number = seen === null ? firstRuns : runsAtOnce;
    const answer: Result<AuditStretch> = await ask('audit.stretch', { before, runs });
    if (!answer.ok) return answer;
    seen = joinedAudit(seen, answer.value);
    if (!goesOn(seen, answer.value.records) || seen.complete) return ok(seen);
    before = answer.value.older;
  }
}
