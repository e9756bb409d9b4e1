import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealedRecord, VaultHeader } from '../../src/domain/sealed.ts';

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
}

const folder = join('test', 'vectors', 'vaults');

/** One for each step in which the shape of a record grew, the oldest first. */
export const olderVaults: readonly OlderVault[] = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OlderVault);
