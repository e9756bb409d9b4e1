import { meantLaunch } from '../../domain/launch-suggestions.ts';
import { launchables } from '../launchables.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { sayInTab } from '../say-in-tab.ts';
import { createLaunchSession } from './launch-session.ts';

/** Launches what was chosen in the address bar. An entry that always prompts leads to its list first. */
export async function enterLaunch(ports: Ports, live: LiveFills, entered: string): Promise<void> {
  const front = await ports.pages.front();
  const role = await ports.door.role();
  if (role === null) return void (await ports.pages.openPopup());
  const sessions = await launchables(ports, role);
  const entryId = sessions.ok ? meantLaunch(sessions.value, entered) : null;
  if (entryId === null) return void (await ports.pages.openPopup());
  await ports.door.touch();
  const launched = await createLaunchSession(live)(ports, { entryId, passwordId: null }, { role });
  if (launched.ok || front === null) return;
  const asks = launched.failure.code === 'choose-first' || launched.failure.code === 'reason-needed';
  if (asks) await ports.session.setChoosing(front.tabId, entryId);
  const opened = await ports.pages.openPopup();
  if (!asks || !opened) await sayInTab(ports, front.tabId, '', { failure: launched.failure });
}
