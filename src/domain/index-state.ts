import type { Failure } from './failure.ts';
import type { ApiKeyId, OrganizationId } from './ids.ts';

/**
 * How much a search can find. `partial`: not all that IT Glue counted could be read, or the first sync is still under
 * way; `none`: nothing was read yet.
 */
export type Coverage = 'none' | 'partial' | 'complete';

/** The index of one API key, as a person is told of it. Times in milliseconds since 1970. */
export interface IndexState {
  readonly apiKeyId: ApiKeyId;
  readonly coverage: Coverage;
  /** null: not told, because this role does not see all of them. */
  readonly passwords: number | null;
  readonly organizations: number | null;
  /** Organizations that are never asked for; null: not told. */
  readonly excluded: readonly OrganizationId[] | null;
  /** How far the sync that is under way has come; null: none is. `ofPages` null: not known yet. */
  readonly syncing: { readonly pages: number; readonly ofPages: number | null } | null;
  /** When it was last known to be up to date; null: never. */
  readonly syncedAt: number | null;
  /** When it was last read from the first record to the last; null: never. */
  readonly fullSyncedAt: number | null;
  /** How long the next request has to wait, so that the shared limit is left to others; 0: not at all. */
  readonly waitSeconds: number;
  /** How many requests this browser sent within the last five minutes, with every key of the region. */
  readonly requestsSent: number;
  /** Why the last sync ended early; null: it did not. What was known before is still there. */
  readonly failure: Failure | null;
}

/** The least of several: one index that knows nothing makes the whole partial. */
export function coverageOfAll(all: readonly Coverage[]): Coverage {
  if (all.every((one) => one === 'complete')) return all.length === 0 ? 'none' : 'complete';
  return all.every((one) => one === 'none') ? 'none' : 'partial';
}
