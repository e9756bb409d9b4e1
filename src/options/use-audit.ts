import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { auditFromNewest } from './audit-from-newest.ts';
import type { AuditSoFar } from './audit-so-far.ts';
import { useVault } from './vault-context.ts';

interface AuditSeen {
  /** null: nothing yet. */
  readonly audit: AuditSoFar | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
}

/** Runs of a hundred records: few at first, so that there is something to see. */
const firstRuns = 3;

/** Reads the audit from its newest records on, until all of it is there. `asked`: whether at all. */
export function useAudit(asked: boolean): AuditSeen {
  const { ask } = useVault();
  const [audit, setAudit] = useState<AuditSoFar | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useRef(0);
  const readAll = async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    const isMine = (): boolean => mine === turn.current;
    const show = (seen: AuditSoFar): boolean => {
      if (isMine()) setAudit(seen);
      return isMine();
    };
    const read = await auditFromNewest(ask, show, firstRuns);
    if (isMine() && !read.ok) setFailure(read.failure);
  };
  useEffect(() => {
    if (asked) void readAll();
    return () => {
      turn.current += 1;
    };
  }, [asked]);
  return { audit, failure, reload: () => void readAll() };
}
