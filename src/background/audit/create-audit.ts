import {
  type AuditEvent,
  type AuditReading,
  type AuditRecord,
  auditLimit,
  brokenAt,
  chained,
  type Hash,
} from '../../domain/audit.ts';
import { fail, ok } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { Audit, AuditRecords } from './audit-port.ts';
import { type AuditHead, emptyHead, headPart, openHead, openRun, sealAuditPart } from './sealed-audit.ts';

/** Records that are sealed together: an event seals its run anew, a look opens so many at once. */
export const runLength = 100;

interface Outside extends Pick<Ports, 'cipher' | 'session' | 'now'> {
  readonly auditRecords: AuditRecords;
  readonly hash: Hash;
  /** Default `auditLimit`. */
  readonly limit?: number;
}

const runOf = (seq: number): number => Math.floor(seq / runLength);
const nameOf = (run: number): string => `run-${run}`;

/** The runs that hold what is kept. */
const keptRuns = ({ first, next }: AuditHead): readonly string[] =>
  next === 0 ? [] : Array.from({ length: runOf(next - 1) - runOf(first) + 1 }, (_, at) => nameOf(runOf(first) + at));

/** The head that the disk has; a new one where there is none. null: there is one, and it does not open. */
async function headOf(outside: Outside, state: UnlockedState): Promise<AuditHead | null> {
  const raw = await outside.auditRecords.part(headPart);
  if (raw !== undefined) return openHead(outside, state, raw);
  // Records without their head are an audit whose head was taken away, and no new one.
  return (await outside.auditRecords.empty()) ? emptyHead : null;
}

/** Lets go of the oldest run where there are too many; its last link is what the rest hangs on. */
async function shortened(outside: Outside, state: UnlockedState, head: AuditHead) {
  if (head.next - head.first < (outside.limit ?? auditLimit)) return { head, remove: [] };
  const oldest = nameOf(runOf(head.first));
  const records = await openRun(outside, state, oldest, await outside.auditRecords.part(oldest));
  const first = (runOf(head.first) + 1) * runLength;
  // A run that does not open leaves no link: what follows then shows as broken, which is true.
  return { head: { ...head, first, anchor: records?.at(-1)?.link ?? 'lost' }, remove: [oldest] };
}

async function append(outside: Outside, state: UnlockedState, event: AuditEvent): Promise<void> {
  const found = await headOf(outside, state);
  if (found === null) throw new Error('The head of the audit does not open.');
  const { head, remove } = await shortened(outside, state, found);
  const part = nameOf(runOf(head.next));
  const begun =
    head.next % runLength === 0 ? [] : await openRun(outside, state, part, await outside.auditRecords.part(part));
  const record = chained(event, { seq: head.next, at: outside.now() }, head.link, outside.hash);
  const run: readonly AuditRecord[] = [...(begun ?? []), record];
  const next = { ...head, next: head.next + 1, link: record.link };
  const put = [await sealAuditPart(outside, state, part, run), await sealAuditPart(outside, state, headPart, next)];
  await outside.auditRecords.write(put, remove);
}

async function readAll(outside: Outside, state: UnlockedState): Promise<Omit<AuditReading, 'failedSince'>> {
  const head = await headOf(outside, state);
  if (head === null) return { records: [], brokenAt: 0, dropped: 0 };
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
    brokenAt: broken ?? (whole ? null : head.first + records.length),
    dropped: head.first,
  };
}

/** The audit of this vault: append-only, sealed, chained. */
export function createAudit(outside: Outside): Audit {
  let last: Promise<unknown> = Promise.resolve();
  let failedSince: number | null = null;
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    note: (event) =>
      inTurn(async () => {
        const state = await outside.session.unlocked();
        if (state === null) return;
        try {
          await append(outside, state, { ...event, role: state.role });
        } catch {
          failedSince ??= outside.now();
        }
      }),
    read: () =>
      inTurn(() =>
        orStorageFailed(async () => {
          const state = await outside.session.unlocked();
          return state === null ? fail({ code: 'locked' }) : ok({ ...(await readAll(outside, state)), failedSince });
        }),
      ),
    erase: () => inTurn(() => outside.auditRecords.erase()),
  };
}
