import type { PasswordSummary } from '../credential.ts';
import type { ApiKeyId, EntryId } from '../ids.ts';
import type { Coverage } from '../index-state.ts';
import type { Completion } from './filter-completions.ts';
import type { Reason } from './ranking.ts';

/** One record that a search found. Several on one host are several hits: nothing picks between them. */
export interface IndexHit {
  readonly apiKeyId: ApiKeyId;
  readonly summary: PasswordSummary;
  readonly organizationShortName: string | null;
  readonly organizationPrimaryDomain: string | null;
  /** Credential entries through which it may be used: those of just this password, then those that always prompt. */
  readonly entryIds: readonly EntryId[];
  /** Why it stands where it does, the weightiest first. */
  readonly why: readonly Reason[];
}

export interface IndexSearch {
  /** The best first. */
  readonly hits: readonly IndexHit[];
  /** How many there are in all. */
  readonly total: number;
  /** Nothing holds the words as typed; these hold what they may have been meant as. */
  readonly loose: boolean;
  /** How the filter that is being typed can go on. */
  readonly completions: readonly Completion[];
  /** Of what was searched. Not `complete`: there may be more in IT Glue than was found here. */
  readonly coverage: Coverage;
  /** When the least fresh of the indexes was last up to date (ms since 1970); null: one never was. */
  readonly syncedAt: number | null;
}
