import { displayText } from '../../domain/display-text.ts';
import { fail, ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** Pins the window of a tab to an organization, or to none any more. It lasts until a lock or the window's end. */
export const pinOrganization: UseCase<'organization.pin'> = async (ports, { tabId, organization }) => {
  const windowId = await ports.pages.windowOf(tabId);
  if (windowId === null) return fail({ code: 'tab-closed' });
  if (organization === null) {
    await ports.session.removePin(windowId);
    return ok({ pinned: null });
  }
  const pinned = { ...organization, organizationName: displayText(organization.organizationName) };
  await ports.session.setPin(windowId, pinned);
  return ok({ pinned });
};
