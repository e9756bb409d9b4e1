import type { ApiKeySummary } from '../domain/api-key.ts';
import type { Draft } from '../domain/draft.ts';
import type { Entry } from '../domain/entry.ts';
import type { DamagedRecord } from '../domain/failure.ts';
import type { Folder } from '../domain/folder.ts';
import type { KeyDay } from '../domain/key-health.ts';
import type { LockSettings } from '../domain/lock.ts';
import type { Marks } from '../domain/marks.ts';
import type { PackSeries, PackState } from '../domain/pack.ts';
import type { PrimaryDomains } from '../domain/primary-domain.ts';
import type { Result } from '../domain/result.ts';
import type { Secret } from '../domain/secret.ts';
import type { CodeSeed } from '../domain/totp.ts';

/** An API key as it lies sealed. */
export interface ApiKeyRecord extends ApiKeySummary {
  readonly key: Secret;
}

/** The pair that signs an administrator's packs. */
export interface SigningKey {
  readonly publicKey: string;
  readonly privateKey: Secret;
}

export interface StoredContents {
  'api-key': ApiKeyRecord;
  entry: Entry;
  folder: Folder;
  settings: LockSettings;
  /** By the id of its credential entry. */
  'code-seed': CodeSeed;
  /** Of a technician's vault; there is one. */
  pack: PackState;
  /** Of an administrator's: what was handed out, by the id of the pack. */
  'pack-series': PackSeries;
  'signing-key': SigningKey;
  marks: Marks;
  /** What is typed and not yet saved, by the role that typed it. */
  drafts: { readonly drafts: readonly Draft[] };
  /** How IT Glue refused an API key lately, by its id. */
  'key-health': { readonly days: readonly KeyDay[] };
  /** Ids of containers by the organization that each was made for; there is one record. */
  containers: { readonly ofOrganization: Readonly<Record<string, string>> };
  /** By the id of the API key. */
  'primary-domains': PrimaryDomains;
}

export type StoredKind = keyof StoredContents;

/** One record to be written, or, with a content of null, to be taken away. */
export type StoredChange = {
  [Kind in StoredKind]: { readonly kind: Kind; readonly id: string; readonly content: StoredContents[Kind] | null };
}[StoredKind];

/** The sealed records, opened and typed. Every method answers `locked` once the vault is. */
export interface SealedStore {
  /** null: there is no such record. A record that does not open is `vault-damaged`. */
  get<Kind extends StoredKind>(kind: Kind, id: string): Promise<Result<StoredContents[Kind] | null>>;
  /** Every record that opens, and every one that does not: nothing is silently dropped. */
  list<Kind extends StoredKind>(
    kind: Kind,
  ): Promise<
    Result<{ readonly contents: readonly StoredContents[Kind][]; readonly damaged: readonly DamagedRecord[] }>
  >;
  put<Kind extends StoredKind>(kind: Kind, id: string, content: StoredContents[Kind]): Promise<Result<void>>;
  remove(kind: StoredKind, id: string): Promise<Result<void>>;
  /** Several changes at once, written whole or not at all. */
  change(changes: readonly StoredChange[]): Promise<Result<void>>;
  /** Takes damaged records off the catalog and the disk; sound ones that are named are left alone. Returns how many went. */
  discard(records: readonly DamagedRecord[]): Promise<Result<number>>;
}
