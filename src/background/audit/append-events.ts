import { type AuditEvent, type AuditRecord, chained } from '../../domain/audit.ts';
import type { AuditBy } from '../../messaging/contract-audit.ts';
import type { UnlockedState } from '../ports.ts';
import { type AuditOutside, headOf, nextSeq, runNameOf, shortened } from './audit-runs.ts';
import { aboutNothing } from './missed-events.ts';
import { policyMark } from './policy-mark.ts';
import { type AuditHead, headPart, sealAuditPart } from './sealed-audit.ts';

const policyChanged: AuditEvent & { readonly by: AuditBy } = {
  ...aboutNothing,
  role: 'nobody',
  action: 'changed',
  by: 'policy',
  outcome: 'ok',
  count: 1,
  since: null,
};

/** The managed policy is compared at every event, so that a change while nothing ran is found as well. */
async function withPolicy(outside: AuditOutside, head: AuditHead) {
  const policy = policyMark(await outside.policy.read(), outside.hash);
  const changed = head.policy !== undefined && head.policy !== policy;
  return { head: { ...head, policy }, before: changed ? [policyChanged] : [] };
}

/** Writes events down in one change of the disk. Throws where that is not possible. */
export async function appendEvents(
  outside: AuditOutside,
  state: UnlockedState,
  events: readonly AuditEvent[],
): Promise<void> {
  const found = await headOf(outside, state);
  if (found === null) throw new Error('The head of the audit does not open.');
  const policy = await withPolicy(outside, found);
  const added = [...policy.before, ...events];
  const { head: short, remove } = await shortened(outside, state, policy.head, added.length);
  let head: AuditHead = short;
  const runs = new Map<string, readonly AuditRecord[]>();
  for (const event of added) {
    const seq = await nextSeq(outside, state, head, runs);
    const record = chained(event, { seq, at: outside.now() }, head.link, outside.hash);
    const name = runNameOf(seq);
    runs.set(name, [...(runs.get(name) ?? []), record]);
    head = { ...head, next: seq + 1, link: record.link };
  }
  const put = [...runs, [headPart, head] as const].map(([part, content]) =>
    sealAuditPart(outside, state, part, content),
  );
  await outside.auditRecords.write(await Promise.all(put), remove);
}
