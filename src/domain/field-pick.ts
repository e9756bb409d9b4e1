import type { FieldRole, PortFacts } from './fill.ts';
import type { EntryId } from './ids.ts';

/** The single-use permission to choose a field in one document. It holds no credential, and gives none. */
export interface FieldPick {
  readonly tabId: number;
  readonly sessionEntryId: EntryId;
  readonly origins: readonly string[];
  readonly role: FieldRole;
  /** What is to be written into a field of role `extra`; null for every other role. */
  readonly text: string | null;
  /** The document that was asked, as the browser named it. */
  readonly documentId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a person may take to point at the field. */
export const fieldPickLifetimeMs = 60_000;

/** Whether a port is of the very document that was asked; every fact is the browser's. */
export const picksFrom = (pick: FieldPick, facts: PortFacts, extensionId: string): boolean =>
  facts.extensionId === extensionId &&
  facts.tabId === pick.tabId &&
  facts.frameId === 0 &&
  facts.documentId === pick.documentId &&
  facts.origin !== null &&
  pick.origins.includes(facts.origin) &&
  (facts.url ?? '').startsWith(`${facts.origin}/`);
