import * as v from 'valibot';
import { type BackupProblem, backupLimits } from '../../domain/backup.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type SealedRecord, type VaultHeader, vaultVersion } from '../../domain/sealed.ts';
import { decodeRecord } from '../record-shapes.ts';
import { decodeHeader } from '../vault-header.ts';

const format = 'linked-vault-backup';
const version = 1;

/** A vault as it lies on disk: the header, and every sealed record. Nothing in it opens without a passphrase of the vault. */
export interface Backup {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly header: VaultHeader;
  readonly records: readonly SealedRecord[];
}

const shape = v.strictObject({
  format: v.literal(format),
  v: v.literal(version),
  createdAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
  header: v.unknown(),
  records: v.pipe(v.array(v.unknown()), v.maxLength(backupLimits.records)),
});

const refused = (problem: BackupProblem): Result<never> => fail({ code: 'backup-refused', problem });

export const backupText = ({ createdAt, header, records }: Backup): string =>
  JSON.stringify({ format, v: version, createdAt, header, records });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const key = ({ kind, id }: SealedRecord): string => `${kind}/${id}`;

/** What a file holds, before anything of it is opened. A header below the KDF floor is refused like any altered one. */
export function readBackup(text: string): Result<Backup> {
  const raw = parsed(text);
  const { format: named, v: written } = Object(raw) as { readonly format?: unknown; readonly v?: unknown };
  if (named !== format) return refused('not-a-backup');
  if (typeof written === 'number' && written > version) return refused('too-new');
  const file = v.safeParse(shape, raw);
  if (!file.success) return refused('damaged');
  const header = decodeHeader(file.output.header);
  if (!header.ok) return refused(header.failure.code === 'vault-too-new' ? 'too-new' : 'damaged');
  const records = file.output.records.map(decodeRecord).filter((record) => record !== null);
  const ours = records.every(({ kid, v: made }) => kid === header.value.kid && made === vaultVersion);
  const whole = records.length === file.output.records.length && new Set(records.map(key)).size === records.length;
  return ours && whole ? ok({ createdAt: file.output.createdAt, header: header.value, records }) : refused('damaged');
}
