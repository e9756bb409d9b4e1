import type { AuditEvent, AuditReading, AuditStretch } from '../../domain/audit.ts';
import type { Result } from '../../domain/result.ts';
import type { AuditBy } from '../../messaging/contract-audit.ts';
import type { SealedBytes } from '../index/index-ports.ts';

/** One sealed part of the audit: the head, or a run of records by its number. */
export interface AuditPart extends SealedBytes {
  readonly v: number;
  readonly kid: string;
  readonly part: string;
}

/** The disk of the audit, apart from the vault's records. `unknown`: decode before use. */
export interface AuditRecords {
  part(part: string): Promise<unknown>;
  /** In the order of the names; undefined where there is no such part. */
  parts(names: readonly string[]): Promise<readonly unknown[]>;
  /** Whether there is no sealed part at all. */
  empty(): Promise<boolean>;
  /** One change, written whole or not at all. What was counted as missed is forgotten with it. */
  write(put: readonly AuditPart[], remove: readonly string[]): Promise<void>;
  /** What was counted as missed, unsealed: numbers and times. */
  missed(): Promise<unknown>;
  saveMissed(missed: object): Promise<void>;
  erase(): Promise<void>;
}

/** The same numbers in session memory, for when the disk takes nothing. They outlive the worker and a lock. */
export interface MissedMemory {
  auditMissed(): Promise<unknown>;
  /** null: forgotten. */
  setAuditMissed(missed: object | null): Promise<void>;
}

/** What happened, as far as whoever noticed it knows. */
export type SeenEvent = Omit<AuditEvent, 'role' | 'count' | 'since'>;

/** The same, of what the page Audit has words for. */
export interface NotedEvent extends SeenEvent {
  readonly by: AuditBy;
}

export interface Audit {
  /** Writes events down, one after another. Never rejects: what was done is done, and a failure is said by `read`. */
  note(...events: readonly NotedEvent[]): Promise<void>;
  read(): Promise<Result<AuditReading>>;
  /** So many runs that end before that number; null: the newest. */
  stretch(before: number | null, runs: number): Promise<Result<AuditStretch>>;
  erase(): Promise<void>;
}
