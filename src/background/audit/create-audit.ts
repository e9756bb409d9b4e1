import { fail, ok, type Result } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { UnlockedState } from '../ports.ts';
import { appendEvents } from './append-events.ts';
import type { Audit, SeenEvent } from './audit-port.ts';
import type { AuditOutside } from './audit-runs.ts';
import { type MissedKind, missedAsEvents } from './missed-events.ts';
import { createMissedTally } from './missed-tally.ts';
import { readAll, readStretch } from './read-audit.ts';

const isUnlockTry = ({ by, outcome }: SeenEvent): boolean => by === 'vault.unlock' && outcome === 'wrong-passphrase';

/** The audit of this vault: append-only, sealed, chained. */
export function createAudit(outside: AuditOutside): Audit & { note(...events: readonly SeenEvent[]): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  const tally = createMissedTally(outside.auditRecords, outside.session);
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const count = async (events: readonly SeenEvent[], kind: (event: SeenEvent) => MissedKind): Promise<void> => {
    for (const event of events) await tally.count(kind(event), outside.now());
  };
  const write = async (events: readonly SeenEvent[]): Promise<void> => {
    const state = await outside.session.unlocked();
    if (state === null) return count(events, (event) => (isUnlockTry(event) ? 'unlock' : 'locked'));
    const missed = missedAsEvents(await tally.read());
    const { role } = state;
    try {
      await appendEvents(outside, state, [
        ...missed,
        ...events.map((event) => ({ ...event, role, count: 1, since: null })),
      ]);
    } catch {
      return count(events, () => 'failed');
    }
    if (missed.length > 0) await tally.forgetMemory();
  };
  /** A look in its turn, with whether what came last could be written down. */
  const looked = <Seen>(look: (state: UnlockedState) => Promise<Seen>) =>
    inTurn(() =>
      orStorageFailed(async (): Promise<Result<Seen & { readonly failedSince: number | null }>> => {
        const state = await outside.session.unlocked();
        if (state === null) return fail({ code: 'locked' });
        const { failed } = await tally.read();
        return ok({ ...(await look(state)), failedSince: failed?.since ?? null });
      }),
    );
  return {
    note: (...events) => inTurn(() => write(events)),
    read: () => looked((state) => readAll(outside, state)),
    stretch: (before, runs) => looked((state) => readStretch(outside, state, before, runs)),
    erase: () =>
      inTurn(async () => {
        await outside.auditRecords.erase();
        await tally.forgetMemory();
      }),
  };
}
