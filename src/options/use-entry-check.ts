import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryVerdict } from '../domain/key-health.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { useVault } from './vault-context.ts';

export interface CheckedEntry {
  readonly entry: CredentialEntryView;
  readonly verdict: EntryVerdict;
  readonly failure: Failure | null;
}

/** After these the next entry would end the same way. */
const endsAll: readonly Failure['code'][] = ['locked', 'offline', 'rate-limited', 'interrupted'];

export interface EntryCheck {
  readonly checked: readonly CheckedEntry[];
  readonly running: boolean;
  /** Why it ended before the last entry. */
  readonly stopped: Failure | null;
  /** From the first entry on. */
  readonly start: () => void;
}

/** Asks IT Glue for each entry in turn, one question at a time; ends with the page. */
export function useEntryCheck(entries: readonly CredentialEntryView[]): EntryCheck {
  const { ask } = useVault();
  const [checked, setChecked] = useState<readonly CheckedEntry[]>([]);
  const [running, setRunning] = useState(false);
  const [stopped, setStopped] = useState<Failure | null>(null);
  const turn = useRef(0);
  const run = async (mine: number): Promise<Failure | null> => {
    for (const entry of entries) {
      const answer = await ask('credentialEntry.check', { entryId: entry.id });
      if (mine !== turn.current) return null;
      const failure = answer.ok ? answer.value.failure : answer.failure;
      if (failure !== null && endsAll.includes(failure.code)) return failure;
      const verdict = answer.ok ? answer.value.verdict : 'untold';
      setChecked((before) => [...before, { entry, verdict, failure }]);
    }
    return null;
  };
  const start = (): void => {
    turn.current += 1;
    const mine = turn.current;
    setChecked([]);
    setStopped(null);
    setRunning(true);
    void run(mine).then((failure) => {
      if (mine !== turn.current) return;
      setStopped(failure);
      setRunning(false);
    });
  };
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return { checked, running, stopped, start };
}
