import browser from 'webextension-polyfill';
import type { ContainerLook } from '../../domain/container-look.ts';
import type { Isolation } from '../isolation-port.ts';
import { answered, inTime } from './within.ts';

/** Firefox alone has containers, and opens tabs in one only for who has the permission for cookies as well. */
async function hasContainers(): Promise<boolean> {
  if (browser.contextualIdentities === undefined) return false;
  return inTime(browser.permissions.contains({ permissions: ['cookies'] }));
}

const isThere = (id: string): Promise<boolean> =>
  answered(
    browser.contextualIdentities.get(id).then(() => true),
    false,
  );

async function made({ name, color }: ContainerLook): Promise<string> {
  const identity = await inTime(browser.contextualIdentities.create({ name, color, icon: 'briefcase' }));
  return identity.cookieStoreId;
}

/** Containers and private windows. */
export const isolation: Isolation = {
  async container(known, look) {
    if (!(await hasContainers())) return null;
    return known !== null && (await isThere(known)) ? known : made(look);
  },
  async openInContainer(url, cookieStoreId) {
    const tab = await inTime(browser.tabs.create({ url, cookieStoreId, active: false }));
    return tab.id ?? browser.tabs.TAB_ID_NONE;
  },
  async openPrivately(url) {
    if (!(await inTime(browser.extension.isAllowedIncognitoAccess()))) return null;
    const opened = await inTime(browser.windows.create({ url, incognito: true }));
    return opened?.tabs?.[0]?.id ?? browser.tabs.TAB_ID_NONE;
  },
  async removeContainers(ids) {
    if (browser.contextualIdentities === undefined) return 0;
    const removed = await Promise.all(
      ids.map((id) =>
        answered(
          browser.contextualIdentities.remove(id).then(() => 1),
          0,
        ),
      ),
    );
    return removed.filter((one) => one === 1).length;
  },
};
