import type { CredentialEntry } from './entry.ts';
import type { OrganizationId } from './ids.ts';

/** The client that a tab works for: whoever it was launched or last filled for. */
export interface TabClient {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
}

export const clientOf = ({ organizationId, organizationName }: CredentialEntry): TabClient => ({
  organizationId,
  organizationName,
});

/** Whether a credential is of another client than the one that the tab works for. */
export const isOtherClient = (tab: TabClient | null, { organizationId }: CredentialEntry): tab is TabClient =>
  tab !== null && tab.organizationId !== organizationId;
