import { type AuditRecord, auditLimit, type Hash } from '../../domain/audit.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { AuditRecords } from './audit-port.ts';
import { type AuditHead, emptyHead, headPart, openHead, openRun } from './sealed-audit.ts';

/** Records that are sealed together: an event seals its run anew, a look opens so many at once. */
export const runLength = 100;

export interface AuditOutside extends Pick<Ports, 'cipher' | 'session' | 'now' | 'policy'> {
  readonly auditRecords: AuditRecords;
  readonly hash: Hash;
  /** Default `auditLimit`. */
  readonly limit?: number;
}

/** The number of the run that holds a record. */
export const runOf = (seq: number): number => Math.floor(seq / runLength);
const nameOf = (run: number): string => `run-${run}`;

/** The run that a record is sealed in. */
export const runNameOf = (seq: number): string => nameOf(runOf(seq));

/** The runs that hold what is kept. */
export const keptRuns = ({ first, next }: AuditHead): readonly string[] =>
  next === 0 ? [] : Array.from({ length: runOf(next - 1) - runOf(first) + 1 }, (_, at) => nameOf(runOf(first) + at));

/** The head that the disk has; a new one where there is none. null: there is one, and it does not open. */
export async function headOf(outside: AuditOutside, state: UnlockedState): Promise<AuditHead | null> {
  const raw = await outside.auditRecords.part(headPart);
  if (raw !== undefined) return openHead(outside, state, raw);
  // Records without their head are an audit whose head was taken away, and no new one.
  return (await outside.auditRecords.empty()) ? emptyHead : null;
}

/**
 * Lets go of as many of the oldest runs as there are too many for what is added; the last link of them is what the rest
 * hangs on. The run that is being written stays, however many are added at once.
 */
export async function shortened(outside: AuditOutside, state: UnlockedState, head: AuditHead, added: number) {
  const tooMany = head.next - head.first + added - (outside.limit ?? auditLimit);
  const oldest = runOf(head.first);
  const gone = Math.min(Math.ceil(tooMany / runLength), runOf(head.next) - oldest);
  if (gone <= 0) return { head, remove: [] };
  const remove = Array.from({ length: gone }, (_, at) => nameOf(oldest + at));
  const last = nameOf(oldest + gone - 1);
  const records = await openRun(outside, state, last, await outside.auditRecords.part(last));
  // A run that does not open leaves no link: what follows then shows as broken, which is true.
  return { head: { ...head, first: (oldest + gone) * runLength, anchor: records?.at(-1)?.link ?? 'lost' }, remove };
}

/**
 * The number of the record that comes next, with its run at hand in `runs` where it has begun. A run that is not what
 * the head says stays as it is, and so does one that is there already: the next begins after it, so that the break
 * shows where it is and nothing is overwritten.
 */
export async function nextSeq(
  outside: AuditOutside,
  state: UnlockedState,
  head: AuditHead,
  runs: Map<string, readonly AuditRecord[]>,
): Promise<number> {
  const name = runNameOf(head.next);
  if (runs.has(name)) return head.next;
  const begun = head.next % runLength !== 0;
  if (begun) {
    const run = await openRun(outside, state, name, await outside.auditRecords.part(name));
    if (run !== null && run.at(-1)?.link === head.link) {
      runs.set(name, run);
      return head.next;
    }
  }
  let free = runOf(head.next) + (begun ? 1 : 0);
  while ((await outside.auditRecords.part(nameOf(free))) !== undefined) free += 1;
  return free * runLength;
}
