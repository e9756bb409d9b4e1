import type { FailureCode } from './failure.ts';
import type { Refusal } from './fill.ts';
import type { EntryId, OrganizationId, PasswordId } from './ids.ts';
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
  'missed',
] as const;

/**
 * What was done. `fetched`: a password value came from IT Glue; what became of it is an event of its own. `missed`:
 * events that could not be written down at their time, only counted.
 */
export type AuditAction = (typeof auditActions)[number];

export const auditRoles = ['administrator', 'technician', 'nobody'] as const;

/** Who it was. `nobody`: the vault was locked, or it was the browser's own doing, such as a new policy. */
export type AuditRole = Role | 'nobody';

/** How it ended: the code of a failure, or of what a fill found or refused. */
export type AuditOutcome = 'ok' | 'partly' | 'absent' | Refusal | FailureCode;

/** What happened, without a secret: names and ids alone. null: the event has none. */
export interface AuditEvent {
  readonly role: AuditRole;
  readonly action: AuditAction;
  /** The command or the gesture behind it. */
  readonly by: string;
  readonly entryId: EntryId | null;
  readonly entryName: string | null;
  readonly organizationName: string | null;
  readonly passwordId: PasswordId | null;
  readonly passwordName: string | null;
  readonly origin: string | null;
  readonly outcome: AuditOutcome;
  readonly organizationId: OrganizationId | null;
  /** What whoever used an entry that asks for it gave as reason or ticket number. */
  readonly reason: string | null;
  /** How many events this one stands for; more than 1 only for those that were counted. */
  readonly count: number;
  /** When the first of those was (ms since 1970). */
  readonly since: number | null;
}

/** What came to the records later: those that were written before are without it. */
const laterFields = ['organizationId', 'reason', 'count', 'since'] as const;
type LaterField = (typeof laterFields)[number];

/** An event in its place in the chain. */
export interface AuditRecord extends Omit<AuditEvent, LaterField | 'outcome'>, Partial<Pick<AuditEvent, LaterField>> {
  readonly seq: number;
  /** That of the event; an older version may have had other codes. */
  readonly outcome: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
  /** SHA-256 (hex) over the link before and this record. */
  readonly link: string;
}

export interface AuditReading {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** The link that the oldest of them follows. */
  readonly anchor: string;
  /** Where the chain stops being sound; null: nowhere. */
  readonly brokenAt: number | null;
  /** Records that were let go of because there are too many. */
  readonly dropped: number;
  /** Since when events could not be written down (ms since 1970); null: the last one was. */
  readonly failedSince: number | null;
}

/** Some runs of it, each record checked with the link that it follows; they make up the whole one after the other. */
export interface AuditStretch extends AuditReading {
  /** How many records there are in all. */
  readonly kept: number;
  /** The number before which the next older stretch ends; null: there is none. */
  readonly older: number | null;
}

/** SHA-256 of a text, as hex. */
export type Hash = (text: string) => string;

/** Before the first record there is nothing. */
export const chainStart = '';

/** How many records are kept; the oldest go first. */
export const auditLimit = 50_000;

/** What a link is made over, in this order; a record has all of them, or all but the later ones. */
export const chainedFields = [
  'seq',
  'at',
  'role',
  'action',
  'by',
  'entryId',
  'entryName',
  'organizationName',
  'passwordId',
  'passwordName',
  'origin',
  'outcome',
  ...laterFields,
] as const satisfies readonly (keyof AuditRecord)[];

const content = (record: Omit<AuditRecord, 'link'>): string =>
  JSON.stringify(chainedFields.filter((field) => record[field] !== undefined).map((field) => record[field]));

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
