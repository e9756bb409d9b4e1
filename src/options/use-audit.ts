import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditStretch } from '../domain/audit.ts';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { type AuditSoFar, joinedAudit } from './audit-so-far.ts';
import { useVault } from './vault-context.ts';

interface AuditSeen {
  /** null: nothing yet. */
  readonly audit: AuditSoFar | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** Runs of a hundred records: few at first, so that there is something to see. */
const firstRuns = 3;
const furtherRuns = 50;

/** Reads the audit from its newest records on, until all of it is there. `asked`: whether at all. */
export function useAudit(asked: boolean): AuditSeen {
  const { ask } = useVault();
  const [audit, setAudit] = useState<AuditSoFar | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useRef(0);
  const read = async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    let seen: AuditSoFar | null = null;
    for (let before: number | null = null; seen?.complete !== true; ) {
      const answer: Result<AuditStretch> = await ask('audit.stretch', {
        before,
        runs: seen === null ? firstRuns : furtherRuns,
      });
      if (mine !== turn.current) return;
      if (!answer.ok) return setFailure(answer.failure);
      seen = joinedAudit(seen, answer.value);
      before = answer.value.older;
      setAudit(seen);
    }
  };
  useEffect(() => {
    if (asked) void read();
    return () => {
      turn.current += 1;
    };
  }, [asked]);
  return { audit, failure, reload: () => void read() };
}
