import type { OrganizationId } from '../domain/ids.ts';
import type { EntryView, FrontPage } from '../messaging/contract.ts';

/**
 * The organization to rank for: whom the tab works for, else the one the window is pinned to, else that of the sessions
 * for the page in front, where they agree. null: nothing says.
 */
export function workingOrganization(entries: readonly EntryView[], front: FrontPage): OrganizationId | null {
  if (front.workingFor !== null) return front.workingFor.organizationId;
  const linked = new Set<string | null>(
    entries.flatMap((entry) =>
      entry.kind === 'session' && front.sessions.includes(entry.id) ? [entry.credentialEntryId] : [],
    ),
  );
  const organizations = new Set(
    entries.flatMap((entry) => (entry.kind === 'credential' && linked.has(entry.id) ? [entry.organizationId] : [])),
  );
  const [only, ...others] = organizations;
  return only !== undefined && others.length === 0 ? only : null;
}
