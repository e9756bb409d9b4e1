import type { Failure } from '../../domain/failure.ts';
import type { ApiKeyId, OrganizationId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/request-budget.ts';
import type { IndexedOrganization, IndexedPassword } from '../../domain/search/indexed-password.ts';
import type { SearchIndex } from '../../domain/search/search-index.ts';
import type { PasswordUse } from '../../domain/search/use-log.ts';
import type { ItGlueAccess } from '../ports.ts';
import type { KnownFolders } from './folder-names.ts';

/** AES-256-GCM output as bytes, since parts of an index are large. */
export interface SealedBytes {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ct: Uint8Array<ArrayBuffer>;
}

/** The part that says which others there are. */
export const catalogPart = 'catalog';

/** One sealed part of one API key's index. Names are used once, so that a part is never another one's older self. */
export interface IndexPart extends SealedBytes {
  readonly v: number;
  readonly kid: string;
  readonly apiKeyId: ApiKeyId;
  readonly part: string;
}

/** One change of the disk, written whole or not at all. */
export interface IndexChange {
  readonly put: readonly IndexPart[];
  readonly remove: readonly string[];
}

/** The disk of the index: apart from the vault's records, so that a full disk cannot hurt these. `unknown`: decode before use. */
export interface IndexRecords {
  part(apiKeyId: ApiKeyId, part: string): Promise<unknown>;
  /** In the order of the names; undefined where there is no such part. */
  parts(apiKeyId: ApiKeyId, names: readonly string[]): Promise<readonly unknown[]>;
  write(apiKeyId: ApiKeyId, change: IndexChange): Promise<void>;
  drop(apiKeyId: ApiKeyId): Promise<void>;
  erase(): Promise<void>;
}

/** A page of a list; `order` decides where it lies. */
export interface PageQuestion {
  readonly order: 'by-id' | 'newest-first';
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly asker: Asker;
}

export interface SourcePage<Row> {
  readonly rows: readonly Row[];
  /** Rows that could not be understood, and were left out. */
  readonly skipped: number;
  /** Of the whole list; null: not told. */
  readonly total: number | null;
  /** Whether this is the last page, by the surest that it says: the count of all, the next page, its own length. */
  readonly last: boolean;
}

export type SourceAnswer<Row> =
  | { readonly ok: true; readonly value: SourcePage<Row> }
  | { readonly ok: false; readonly failure: Failure; readonly tooMuch: boolean };

/** Lists of a whole account, a page at a time and never with a value. No method throws. */
export interface IndexSource {
  organizations(access: ItGlueAccess, question: PageQuestion): Promise<SourceAnswer<IndexedOrganization>>;
  /** `of`: only of these organizations; null: of all. */
  passwords(
    access: ItGlueAccess,
    question: PageQuestion,
    of: readonly OrganizationId[] | null,
  ): Promise<SourceAnswer<IndexedPassword>>;
}

/** Indexes opened and ready to be searched, in this worker's memory only and forgotten on lock. */
export interface LoadedIndexes {
  /** null: not loaded, or not as of this stamp. */
  get(apiKeyId: ApiKeyId, stamp: string): SearchIndex | null;
  set(apiKeyId: ApiKeyId, stamp: string, index: SearchIndex): void;
  /** null: not read from the disk yet. */
  uses(apiKeyId: ApiKeyId): readonly PasswordUse[] | null;
  setUses(apiKeyId: ApiKeyId, uses: readonly PasswordUse[]): void;
  /** null: not read from the disk yet. */
  folders(apiKeyId: ApiKeyId): KnownFolders | null;
  setFolders(apiKeyId: ApiKeyId, folders: KnownFolders): void;
  clear(): void;
}
