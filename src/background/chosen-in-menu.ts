import { type AimRole, aimRoles } from '../domain/field-aim.ts';
import type { LiveFills } from './live-fills.ts';
import type { MenuClick } from './menus.ts';
import type { Ports } from './ports.ts';
import { sayInTab } from './say-in-tab.ts';
import { type AskGate, copyFront } from './use-cases/copy-front.ts';
import { fillFront } from './use-cases/fill-front.ts';

const aimOf = (item: string): AimRole | undefined => aimRoles.find((role) => item === `field-${role}`);

/** Does what was chosen in the right-click menu. Only the top document is ever filled, so a click inside a frame means the page. */
export async function chosenInMenu(
  ports: Ports,
  live: LiveFills,
  ask: AskGate,
  { item, target, inFrame }: MenuClick,
): Promise<void> {
  if (item === 'lock') return ports.door.lock();
  if (item === 'copy-username' || item === 'copy-code')
    return copyFront(ports, ask, item === 'copy-code' ? 'code' : 'username');
  const role = aimOf(item);
  if (role === undefined) return fillFront(ports, live, item === 'choose' ? { listOnly: true } : {});
  if (!inFrame) return fillFront(ports, live, { aim: { role, target } });
  // A field inside a frame was meant, and the page's own fields are not it.
  const front = await ports.pages.front();
  if (front !== null) await sayInTab(ports, front.tabId, '', { outcome: { kind: 'refused', reason: 'not-top-frame' } });
}
