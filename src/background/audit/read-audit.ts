import { type AuditReading, type AuditStretch, brokenAt } from '../../domain/audit.ts';
import type { UnlockedState } from '../ports.ts';
import { type AuditOutside, headOf, keptRuns, runLength, runOf } from './audit-runs.ts';
import { type AuditHead, openRun } from './sealed-audit.ts';

type Stretch = Omit<AuditStretch, 'failedSince'>;

/** The records of `[start, end)`, oldest first, and the link that the first of them follows. */
async function recordsOf(outside: AuditOutside, state: UnlockedState, head: AuditHead, end: number, most: number) {
  const all = keptRuns({ ...head, next: end });
  const here = all.slice(-most);
  const skipped = all.length - here.length;
  const before = all.slice(0, skipped).slice(-1);
  const names = [...before, ...here];
  const raws = await outside.auditRecords.parts(names);
  const runs = await Promise.all(names.map((name, at) => openRun(outside, state, name, raws[at])));
  const start = skipped === 0 ? head.first : (runOf(head.first) + skipped) * runLength;
  return {
    start,
    anchor: skipped === 0 ? head.anchor : (runs[0]?.at(-1)?.link ?? 'lost'),
    records: runs.slice(before.length).flatMap((run) => (run ?? []).filter(({ seq }) => seq >= start && seq < end)),
    isOldest: skipped === 0,
  };
}

/**
 * The newest `most` runs that end before a number, newest record first. Each stretch is checked for itself, with the run
 * before it for its link, so that all of them together say of the chain what one look at all of it does.
 */
export async function readStretch(
  outside: AuditOutside,
  state: UnlockedState,
  before: number | null,
  most: number,
): Promise<Stretch> {
  const head = await headOf(outside, state);
  if (head === null) return { records: [], anchor: '', brokenAt: 0, dropped: 0, kept: 0, older: null };
  const about = { dropped: head.first, kept: head.next - head.first };
  const end = Math.min(before ?? head.next, head.next);
  // What was to come next was let go of meanwhile.
  if (end < head.first) return { records: [], anchor: head.anchor, brokenAt: null, ...about, older: null };
  const { start, anchor, records, isOldest } = await recordsOf(outside, state, head, end, most);
  const lastLink = records.at(-1)?.link ?? '';
  const endsRight = end < head.next || lastLink === (head.next === head.first ? '' : head.link);
  const whole = records.length === end - start && endsRight;
  return {
    records: records.toReversed(),
    anchor,
    brokenAt: brokenAt(records, anchor, start, outside.hash) ?? (whole ? null : start + records.length),
    ...about,
    older: isOldest ? null : start,
  };
}

/** All of it at once. */
export async function readAll(outside: AuditOutside, state: UnlockedState): Promise<Omit<AuditReading, 'failedSince'>> {
  const { kept: _kept, older: _older, ...all } = await readStretch(outside, state, null, Number.POSITIVE_INFINITY);
  return all;
}
