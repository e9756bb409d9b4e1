import { type AuditReading, brokenAt } from '../../domain/audit.ts';
import { fail, ok } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { UnlockedState } from '../ports.ts';
import { appendEvents } from './append-events.ts';
import type { Audit, NotedEvent } from './audit-port.ts';
import { type AuditOutside, headOf, keptRuns } from './audit-runs.ts';
import { type MissedKind, missedAsEvents } from './missed-events.ts';
import { createMissedTally } from './missed-tally.ts';
import { openRun } from './sealed-audit.ts';

async function readAll(outside: AuditOutside, state: UnlockedState): Promise<Omit<AuditReading, 'failedSince'>> {
  const head = await headOf(outside, state);
  if (head === null) return { records: [], anchor: '', brokenAt: 0, dropped: 0 };
  const names = keptRuns(head);
  const raws = await outside.auditRecords.parts(names);
  const runs = await Promise.all(names.map((name, at) => openRun(outside, state, name, raws[at])));
  const records = runs.flatMap((run) => run ?? []).filter(({ seq }) => seq >= head.first);
  const broken = brokenAt(records, head.anchor, head.first, outside.hash);
  const whole =
    records.length === head.next - head.first &&
    (records.at(-1)?.link ?? '') === (head.next === head.first ? '' : head.link);
  return {
    records: records.toReversed(),
    anchor: head.anchor,
    brokenAt: broken ?? (whole ? null : head.first + records.length),
    dropped: head.first,
  };
}

const isUnlockTry = ({ by, outcome }: NotedEvent): boolean => by === 'vault.unlock' && outcome === 'wrong-passphrase';

/** The audit of this vault: append-only, sealed, chained. */
export function createAudit(outside: AuditOutside): Audit {
  let last: Promise<unknown> = Promise.resolve();
  const tally = createMissedTally(outside.auditRecords, outside.session);
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const count = async (events: readonly NotedEvent[], kind: (event: NotedEvent) => MissedKind): Promise<void> => {
    for (const event of events) await tally.count(kind(event), outside.now());
  };
  const write = async (events: readonly NotedEvent[]): Promise<void> => {
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
  return {
    note: (...events) => inTurn(() => write(events)),
    read: () =>
      inTurn(() =>
        orStorageFailed(async () => {
          const state = await outside.session.unlocked();
          if (state === null) return fail({ code: 'locked' });
          const { failed } = await tally.read();
          return ok({ ...(await readAll(outside, state)), failedSince: failed?.since ?? null });
        }),
      ),
    erase: () =>
      inTurn(async () => {
        await outside.auditRecords.erase();
        await tally.forgetMemory();
      }),
  };
}
