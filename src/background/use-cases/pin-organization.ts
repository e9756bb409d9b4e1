import { displayText } from '../../domain/display-text.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Role } from '../../domain/permission.ts';
import { fail, ok } from '../../domain/result.ts';
import { learnFolders } from '../index/folder-names.ts';
import { scopesFor } from '../index/index-scope.ts';
import { openIndex } from '../index/open-index.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/** Who pins a client works with its passwords: their folders are named from now on, by every key that may be searched for it. */
async function learnOf(ports: Ports, role: Role, organizationId: OrganizationId): Promise<void> {
  const scopes = await scopesFor(ports, role);
  const state = await ports.session.unlocked();
  if (!scopes.ok || state === null) return;
  for (const scope of scopes.value.filter(({ organizations }) => organizations?.has(organizationId) ?? true)) {
    const opened = await openIndex(ports, state, scope);
    const holds = opened.ok && opened.value.index.organizations.some(({ summary }) => summary.id === organizationId);
    if (holds) await learnFolders(ports, scope.apiKeyId, organizationId);
  }
}

/** Pins the window of a tab to an organization, or to none any more. It lasts until a lock or the window's end. */
export const pinOrganization: UseCase<'organization.pin'> = async (ports, { tabId, organization }, { role }) => {
  const windowId = await ports.pages.windowOf(tabId);
  if (windowId === null) return fail({ code: 'tab-closed' });
  if (organization === null) {
    await ports.session.removePin(windowId);
    return ok({ pinned: null });
  }
  const pinned = { ...organization, organizationName: displayText(organization.organizationName) };
  await ports.session.setPin(windowId, pinned);
  void learnOf(ports, role ?? 'technician', pinned.organizationId);
  return ok({ pinned });
};
