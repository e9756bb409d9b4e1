import * as v from 'valibot';
import type { Failure } from '../../domain/failure.ts';
import type { OrganizationId, PasswordId } from '../../domain/ids.ts';
import { type Region, regions } from '../../domain/region.ts';
import type { Budget } from '../../domain/request-budget.ts';
import type { IndexedOrganization, IndexedPassword } from '../../domain/search/indexed-password.ts';
import { openSegment, packPasswords, type Segment } from '../../domain/search/segment.ts';
import { decoded } from '../decoded.ts';

/** Everything read from the first record to the last, and what changed since: what a search sees. */
export interface Generation {
  /** Names of its parts on disk: passwords page by page, what changed since (later wins), organizations. */
  readonly pages: readonly string[];
  readonly changes: string | null;
  readonly organizationsPart: string;
  readonly passwords: number;
  readonly organizations: number;
  /** Passwords in `changes`. */
  readonly changed: number;
  readonly complete: boolean;
  /** A record changed after these moments (IT Glue's clock) is not in it; null: IT Glue gave no times. */
  readonly knownUntil: number | null;
  readonly organizationsKnownUntil: number | null;
  readonly fullSyncedAt: number;
  readonly syncedAt: number;
}

/** A full sync that is not finished: where it goes on when the worker was ended. */
export interface Building {
  readonly startedAt: number;
  readonly organizationsPart: string;
  readonly organizations: number;
  readonly organizationsComplete: boolean;
  readonly pages: readonly string[];
  /** Which group of organizations is being read; there is one only, unless some are excluded. */
  readonly group: number;
  /** The next page of it. */
  readonly page: number;
  /** How many records IT Glue counts in this group; null: not told yet. */
  readonly total: number | null;
  /** In the groups before it. */
  readonly countedBefore: number;
  readonly skipped: number;
  /** The latest change that was seen; null: none. */
  readonly newest: number | null;
  /** Pages that were gone back, since records were deleted meanwhile. */
  readonly wentBack: number;
}

/** What is known of one API key's index. */
export interface IndexCatalog {
  readonly region: Region;
  readonly active: Generation | null;
  readonly building: Building | null;
  /** Names of parts are numbered, and never used twice. */
  readonly nextPart: number;
  /** Which page size works: a position in `pageSizes`, and since when it is not the greatest. */
  readonly step: number;
  readonly slowSince: number | null;
  /** Organizations that are never asked for and never shown. */
  readonly excluded: readonly OrganizationId[];
  readonly budget: Budget | null;
  /** Why the last sync ended early. */
  readonly failure: Failure | null;
}

export const freshCatalog = (region: Region, excluded: readonly OrganizationId[] = []): IndexCatalog => ({
  region,
  active: null,
  building: null,
  nextPart: 1,
  step: 0,
  slowSince: null,
  excluded,
  budget: null,
  failure: null,
});

const time = v.nullable(v.number());
const names = v.array(v.string());

/** Written down before requests were counted: none. */
export const budgetShape: v.GenericSchema<unknown, Budget> = v.object({
  tokens: v.number(),
  at: v.number(),
  quietUntil: v.number(),
  sent: v.optional(v.array(v.object({ at: v.number(), count: v.number() })), []),
});

const catalogSchema: v.GenericSchema<unknown, IndexCatalog> = v.object({
  region: v.picklist(regions),
  active: v.nullable(
    v.object({
      pages: names,
      changes: v.nullable(v.string()),
      organizationsPart: v.string(),
      passwords: v.number(),
      organizations: v.number(),
      changed: v.number(),
      complete: v.boolean(),
      knownUntil: time,
      organizationsKnownUntil: time,
      fullSyncedAt: v.number(),
      syncedAt: v.number(),
    }),
  ),
  building: v.nullable(
    v.object({
      startedAt: v.number(),
      organizationsPart: v.string(),
      organizations: v.number(),
      organizationsComplete: v.boolean(),
      pages: names,
      group: v.number(),
      page: v.number(),
      total: time,
      countedBefore: v.number(),
      skipped: v.number(),
      newest: time,
      wentBack: v.number(),
    }),
  ),
  nextPart: v.number(),
  step: v.number(),
  slowSince: time,
  excluded: v.array(
    v.pipe(
      v.string(),
      v.transform((id) => id as OrganizationId),
    ),
  ),
  budget: v.nullable(budgetShape),
  // It was sealed by this file from a `Failure`.
  failure: v.nullable(
    v.pipe(
      v.looseObject({ code: v.string() }),
      v.transform((failure) => failure as unknown as Failure),
    ),
  ),
});

/** null: not of this shape, so of another version: it is read anew. */
export const decodeIndexCatalog = (value: unknown): IndexCatalog | null => decoded(catalogSchema, value);

type PackedPassword = readonly [
  id: string,
  organizationId: string,
  name: string,
  username: string | null,
  url: string | null,
  categoryName: string | null,
  assetName: string | null,
  folderId: string | null,
  flags: number,
  passwordUpdatedAt: number | null,
  updatedAt: number | null,
];

const unpacked = (row: PackedPassword): IndexedPassword => ({
  id: row[0] as PasswordId,
  organizationId: row[1] as OrganizationId,
  name: row[2],
  username: row[3],
  url: row[4],
  categoryName: row[5],
  assetName: row[6],
  folderId: row[7],
  restricted: (row[8] & 1) !== 0,
  archived: (row[8] & 2) !== 0,
  vaulted: (row[8] & 4) !== 0,
  otpEnabled: (row[8] & 8) !== 0,
  passwordUpdatedAt: row[9],
  updatedAt: row[10],
});

/** A page as it was sealed before pages were texts: rows without the names of their columns. null: no such list. */
const unpackRows = (value: unknown): readonly IndexedPassword[] | null =>
  Array.isArray(value) && value.every((row) => Array.isArray(row) && row.length === 11)
    ? value.map((row) => unpacked(row as unknown as PackedPassword))
    : null;

/** A sealed page, open; null: it is none. */
export function decodeSegment(value: unknown): Segment | null {
  const rows = unpackRows(value);
  return openSegment(rows === null ? value : packPasswords(rows));
}

export const unpackOrganizations = (value: unknown): readonly IndexedOrganization[] | null =>
  Array.isArray(value) ? (value as readonly IndexedOrganization[]) : null;
