import type { Failure } from '../../domain/failure.ts';
import { fail } from '../../domain/result.ts';
import { isSharedSite } from '../../domain/shared-site.ts';
import { fillChoice } from '../fill-subject.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { createFillPage } from './fill-page.ts';
import { sessionsFor } from './front-page.ts';

/** Says on the toolbar button why a right click or a shortcut did nothing: such a gesture has no page of ours to answer to. */
async function say(ports: Ports, tabId: number, failure: Failure): Promise<void> {
  const record = { end: { failure }, entryName: '', at: ports.now() };
  await ports.session.setOutcome(tabId, record);
  await ports.pages.showEnd(tabId, record);
}

/** Whether nothing says which client is meant: many share the address, and the tab works for none yet. */
const isUnclear = async (ports: Ports, front: { readonly tabId: number; readonly origin: string | null }) =>
  front.origin !== null && isSharedSite(front.origin) && (await ports.session.tabClient(front.tabId)) === null;

/**
 * Right click or shortcut on the page in front: fills it when exactly one linked session with one password is meant.
 * Otherwise the popup opens, on the IT Glue credentials list where one session always prompts. So it does on an address
 * that many clients share, in a tab that works for none of them yet.
 */
export async function fillFront(ports: Ports, live: LiveFills, listOnly: boolean): Promise<void> {
  const role = await ports.door.role();
  const front = await ports.pages.front();
  if (front === null) return;
  if (role === null) {
    await ports.pages.openPopup();
    return say(ports, front.tabId, { code: 'locked' });
  }
  const sessions = await sessionsFor(ports, role, front.origin);
  const [only, ...others] = sessions.ok ? sessions.value : [];
  if (only === undefined) {
    await say(
      ports,
      front.tabId,
      sessions.ok ? { code: 'no-linked-session', origin: front.origin ?? '' } : sessions.failure,
    );
    await ports.pages.openPopup();
    return;
  }
  await ports.door.touch();
  const choice = others.length > 0 ? fail({ code: 'choose-first' }) : await fillChoice(ports, only, null);
  if (choice.ok && !listOnly && !(await isUnclear(ports, front))) {
    const filled = await createFillPage(live)(ports, { entryId: only, passwordId: null, tabId: front.tabId }, { role });
    return filled.ok ? undefined : say(ports, front.tabId, filled.failure);
  }
  if (others.length === 0 && (listOnly || !choice.ok)) await ports.session.setChoosing(front.tabId, only);
  if (!(await ports.pages.openPopup())) await say(ports, front.tabId, { code: 'choose-first' });
}
