import * as v from 'valibot';
import type { AuditEvent } from '../../domain/audit.ts';
import type { AuditBy } from '../../messaging/contract-audit.ts';
import { decoded } from '../decoded.ts';

/** Why an event was only counted: nothing can be sealed while the vault is locked, or the disk or the head refused. */
export const missedKinds = ['unlock', 'locked', 'failed'] as const;
export type MissedKind = (typeof missedKinds)[number];

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const oneKind = v.strictObject({ count: whole, since: v.number() });

/**
 * Events that were not written down at their time: how many, and since when, without a word of what they were, so that
 * it may lie unsealed. `unlock`: passphrases that did not open the vault.
 */
const missedShape = v.strictObject({
  unlock: v.nullable(oneKind),
  locked: v.nullable(oneKind),
  failed: v.nullable(oneKind),
});

export type MissedEvents = v.InferOutput<typeof missedShape>;

export const noneMissed: MissedEvents = { unlock: null, locked: null, failed: null };

/** null: it is none. */
export const decodeMissed = (raw: unknown): MissedEvents | null => decoded(missedShape, raw);

export const missedOneMore = (missed: MissedEvents, kind: MissedKind, now: number): MissedEvents => ({
  ...missed,
  [kind]: { count: (missed[kind]?.count ?? 0) + 1, since: missed[kind]?.since ?? now },
});

const told: Readonly<Record<MissedKind, Pick<AuditEvent, 'action' | 'outcome'> & { readonly by: AuditBy }>> = {
  unlock: { action: 'refused', by: 'vault.unlock', outcome: 'wrong-passphrase' },
  locked: { action: 'missed', by: 'audit', outcome: 'locked' },
  failed: { action: 'missed', by: 'audit', outcome: 'storage-failed' },
};

/** One event for each kind that has been counted. */
export const missedAsEvents = (missed: MissedEvents): readonly AuditEvent[] =>
  missedKinds.flatMap((kind) => {
    const some = missed[kind];
    return some === null ? [] : [{ ...aboutNothing, role: 'nobody' as const, ...told[kind], ...some }];
  });

/** An event that is about no entry. */
export const aboutNothing = {
  entryId: null,
  entryName: null,
  organizationId: null,
  organizationName: null,
  passwordId: null,
  passwordName: null,
  origin: null,
  reason: null,
} as const satisfies Partial<AuditEvent>;
