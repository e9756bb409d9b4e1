import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditPart } from '../../src/background/audit/audit-port.ts';
import type { AuditRecord } from '../../src/domain/audit.ts';
import type { SealedRecord, VaultHeader } from '../../src/domain/sealed.ts';

/** The database of the audit beside a vault, with its bytes as base64url. */
export interface StoredAudit {
  readonly parts: readonly {
    readonly v: number;
    readonly kid: string;
    readonly part: string;
    readonly iv: string;
    readonly ct: string;
  }[];
  /** What was counted and is not among the records yet. */
  readonly missed: object;
  /** What that code read back, newest first. */
  readonly records: readonly AuditRecord[];
}

/** A vault as the code of an earlier commit left it on the disk. Kept for ever; made by that code, never by hand. */
export interface OlderVault {
  readonly commit: string;
  readonly subject: string;
  readonly passphrase: string;
  readonly technician: string;
  readonly header: VaultHeader;
  readonly records: readonly SealedRecord[];
  /** What that code read back, by `kind/id`, with what is secret in clear. */
  readonly contents: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Absent: it was stored without. */
  readonly audit?: StoredAudit;
}

const folder = join('test', 'vectors', 'vaults');

/** One for each step in which the shape of a record grew, the oldest first. */
export const olderVaults: readonly OlderVault[] = readdirSync(folder)
  .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OlderVault);

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

/** The audit's parts as they lie on the disk; none where the vault was stored without. */
export const auditPartsOf = ({ audit }: OlderVault): readonly AuditPart[] =>
  (audit?.parts ?? []).map(({ iv, ct, ...rest }) => ({ ...rest, iv: bytes(iv), ct: bytes(ct) }));
