import type { EntryId, PasswordId } from './ids.ts';
import type { Role } from './permission.ts';

export const auditActions = [
  'unlocked',
  'listed',
  'fetched',
  'filled',
  'revealed',
  'copied',
  'code-shown',
  'launched',
  'changed',
  'refused',
] as const;

/** What was done. `fetched`: a password value came from IT Glue; what became of it is an event of its own. */
export type AuditAction = (typeof auditActions)[number];

/** What happened, without a secret: names and ids alone. null: the event has none. */
export interface AuditEvent {
  readonly role: Role;
  readonly action: AuditAction;
  /** The command or the gesture behind it. */
  readonly by: string;
  readonly entryId: EntryId | null;
  readonly entryName: string | null;
  readonly organizationName: string | null;
  readonly passwordId: PasswordId | null;
  readonly passwordName: string | null;
  readonly origin: string | null;
  /** `ok`, or the code of the failure or the refusal. */
  readonly outcome: string;
}

/** An event in its place in the chain. */
export interface AuditRecord extends AuditEvent {
  readonly seq: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** SHA-256 (hex) over the link before and this record. */
  readonly link: string;
}

export interface AuditReading {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** Where the chain stops being sound; null: nowhere. */
  readonly brokenAt: number | null;
  /** Records that were let go of because there are too many. */
  readonly dropped: number;
  /** Since when events could not be written down in this worker's life (ms since 1970); null: they could. */
  readonly failedSince: number | null;
}

/** SHA-256 of a text, as hex. */
export type Hash = (text: string) => string;

/** Before the first record there is nothing. */
export const chainStart = '';

/** How many records are kept; the oldest go first. */
export const auditLimit = 50_000;

const content = (record: Omit<AuditRecord, 'link'>): string =>
  JSON.stringify([
    record.seq,
    record.at,
    record.role,
    record.action,
    record.by,
    record.entryId,
    record.entryName,
    record.organizationName,
    record.passwordId,
    record.passwordName,
    record.origin,
    record.outcome,
  ]);

/** The event as the next record after a link. */
export function chained(
  event: AuditEvent,
  place: { seq: number; at: number },
  before: string,
  hash: Hash,
): AuditRecord {
  const record = { ...event, ...place };
  return { ...record, link: hash(`${before}\n${content(record)}`) };
}

/**
 * The sequence number at which a chain that begins after `anchor` stops being sound; null: it is sound to its end. A
 * chain shows that a record was changed, taken out or put in; it cannot show that all of it was rolled back at once.
 */
export function brokenAt(records: readonly AuditRecord[], anchor: string, first: number, hash: Hash): number | null {
  let before = anchor;
  for (const [at, record] of records.entries()) {
    if (record.seq !== first + at || record.link !== hash(`${before}\n${content(record)}`)) return first + at;
    before = record.link;
  }
  return null;
}
