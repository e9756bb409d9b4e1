import type { EntryId } from '../domain/ids.ts';

/** What somebody gave as reason or ticket number for the use of one credential entry. */
export interface GivenReason {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Reasons by credential entry, in session memory: a lock forgets them, and so does the end of the browser. */
export interface GivenReasons {
  givenReason(credentialId: EntryId): Promise<GivenReason | null>;
  setGivenReason(credentialId: EntryId, reason: GivenReason): Promise<void>;
}
