import { aimLifetimeMs, type FieldAim } from '../../domain/field-aim.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Role } from '../../domain/permission.ts';
import { fail } from '../../domain/result.ts';
import { fillChoice } from '../fill-subject.ts';
import type { LiveFills } from '../live-fills.ts';
import { type Front, knownAt, type Meant, meantHere } from '../meant-here.ts';
import type { Ports } from '../ports.ts';
import { sayInTab } from '../say-in-tab.ts';
import type { Caller } from '../use-case.ts';
import { createFillPage } from './fill-page.ts';

/** What a right click or a shortcut asks for. */
export interface Gesture {
  /** Shows the IT Glue credentials list, whatever else would be possible. */
  readonly listOnly?: true;
  /** One value for the field that was right-clicked. */
  readonly aim?: FieldAim;
}

/** Fills what is meant, where it is just one password; otherwise the popup opens for a choice. */
async function fillOrAsk(
  ports: Ports,
  live: LiveFills,
  front: Front,
  { role, listOnly, aim }: Caller & Gesture,
  [only, ...others]: readonly [EntryId, ...EntryId[]],
  { client, unclear }: Meant,
): Promise<void> {
  const choice =
    others.length > 0 ? fail({ code: 'choose-first' }) : await fillChoice(ports, only, null, knownAt(front, client));
  if (choice.ok && !listOnly && !unclear) {
    const request = { entryId: only, passwordId: null, tabId: front.tabId };
    const filled = await createFillPage(live)(ports, aim ? { ...request, intoField: true } : request, { role });
    if (!filled.ok) return sayInTab(ports, front.tabId, '', { failure: filled.failure });
    const { end } = filled.value;
    // What was remembered is gone: the list is to be chosen from once more.
    if ('failure' in end && end.failure.code === 'remembered-gone') await ports.pages.openPopup();
    return;
  }
  // What a session asks for, a choice or a reason, the popup asks at once.
  if (others.length === 0 && (listOnly || !choice.ok)) await ports.session.setChoosing(front.tabId, only);
  if (!(await ports.pages.openPopup())) await sayInTab(ports, front.tabId, '', { failure: { code: 'choose-first' } });
}

async function fillAs(ports: Ports, live: LiveFills, front: Front, role: Role, gesture: Gesture): Promise<void> {
  const meant = await meantHere(ports, role, front);
  const [only, ...others] = meant.ok ? meant.value.sessions : [];
  if (!meant.ok || only === undefined) {
    const failure = meant.ok ? ({ code: 'no-linked-session', origin: front.origin ?? '' } as const) : meant.failure;
    await sayInTab(ports, front.tabId, '', { failure });
    await ports.pages.openPopup();
    return;
  }
  await ports.door.touch();
  await fillOrAsk(ports, live, front, { role, ...gesture }, [only, ...others], meant.value);
}

/**
 * Right click or shortcut on the page in front: fills it when exactly one linked session with one password is meant.
 * Where several are, those of the organization that the tab works for, or its window is pinned to, are. Otherwise the
 * popup opens, on the IT Glue credentials list where one session always prompts. So it does on an address that many
 * clients share, where nothing says which client is meant. A field that was right-clicked waits for that choice.
 */
export async function fillFront(ports: Ports, live: LiveFills, gesture: Gesture): Promise<void> {
  const role = await ports.door.role();
  const front = await ports.pages.front();
  if (front === null) return;
  const { aim } = gesture;
  if (aim === undefined) await ports.session.removeWaitingAim(front.tabId);
  else await ports.session.setWaitingAim(front.tabId, { aim, expiresAt: ports.now() + aimLifetimeMs });
  if (role !== null) return fillAs(ports, live, front, role, gesture);
  await ports.pages.openPopup();
  await sayInTab(ports, front.tabId, '', { failure: { code: 'locked' } });
}
