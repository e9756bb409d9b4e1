import type { OrganizationCredential } from './entry.ts';
import type { OrganizationId } from './ids.ts';

/** The client that a tab works for: whoever it was launched or last filled for. */
export interface TabClient {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
}

export const clientOf = ({ organizationId, organizationName }: TabClient): TabClient => ({
  organizationId,
  organizationName,
});

/** Whom a fill would be for, and who said so: the tab itself, or the window that was pinned. */
export interface WorkingFor extends TabClient {
  readonly by: 'tab' | 'window';
}

/** Whether a credential is of another client than the one that is worked for. */
export const isOtherClient = <Client extends TabClient>(
  client: Client | null,
  { organizationId }: OrganizationCredential,
): client is Client => client !== null && client.organizationId !== organizationId;
