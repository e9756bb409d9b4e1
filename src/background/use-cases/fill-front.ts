import type { Failure } from '../../domain/failure.ts';
import type { EntryId, OrganizationId } from '../../domain/ids.ts';
import type { Role } from '../../domain/permission.ts';
import { rememberedFor } from '../../domain/remembered-password.ts';
import { fail } from '../../domain/result.ts';
import { isSharedSite } from '../../domain/shared-site.ts';
import type { WorkingFor } from '../../domain/tab-client.ts';
import { fillChoice, type LinkedSession } from '../fill-subject.ts';
import { linkedCredential } from '../gate.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { Caller } from '../use-case.ts';
import { workingFor } from '../working-for.ts';
import { createFillPage } from './fill-page.ts';
import { sessionsFor } from './front-page.ts';

interface Front {
  readonly tabId: number;
  readonly origin: string | null;
}

/** Says on the toolbar button why a right click or a shortcut did nothing: such a gesture has no page of ours to answer to. */
async function say(ports: Ports, tabId: number, failure: Failure): Promise<void> {
  const record = { end: { failure }, entryName: '', at: ports.now() };
  await ports.session.setOutcome(tabId, record);
  await ports.pages.showEnd(tabId, record);
}

/** The organization that a session's credential is of; null: of all; undefined: it has none. */
async function organizationOf(ports: Ports, id: EntryId) {
  const session = await existingEntry(ports, 'session', id);
  const linked = session.ok ? await linkedCredential(ports.store, session.value) : session;
  return linked.ok ? linked.value?.organizationId : undefined;
}

/**
 * Those sessions whose credential is of the organization that is worked for, else those of all organizations; all of
 * them where there is none, or no organization is known.
 */
async function meant(ports: Ports, sessions: readonly EntryId[], client: WorkingFor | null) {
  if (client === null || sessions.length < 2) return sessions;
  const organizations = await Promise.all(sessions.map((id) => organizationOf(ports, id)));
  const of = (wanted: OrganizationId | null) => sessions.filter((_, index) => organizations[index] === wanted);
  return [of(client.organizationId), of(null), sessions].find((some) => some.length > 0) ?? sessions;
}

const knownAt =
  ({ origin }: Front, client: WorkingFor | null) =>
  (linked: LinkedSession) =>
    origin === null ? null : (rememberedFor(linked, origin, client)?.passwordId ?? null);

/** Fills what is meant, where it is just one password; otherwise the popup opens for a choice. */
async function fillOrAsk(
  ports: Ports,
  live: LiveFills,
  front: Front,
  { role, listOnly }: Caller & { readonly listOnly: boolean },
  [only, ...others]: readonly [EntryId, ...EntryId[]],
  client: WorkingFor | null,
): Promise<void> {
  const choice =
    others.length > 0 ? fail({ code: 'choose-first' }) : await fillChoice(ports, only, null, knownAt(front, client));
  // Many share the address, and nothing says which client is meant.
  const unclear = client === null && front.origin !== null && isSharedSite(front.origin);
  if (choice.ok && !listOnly && !unclear) {
    const filled = await createFillPage(live)(ports, { entryId: only, passwordId: null, tabId: front.tabId }, { role });
    if (!filled.ok) return say(ports, front.tabId, filled.failure);
    const { end } = filled.value;
    // What was remembered is gone: the list is to be chosen from once more.
    if ('failure' in end && end.failure.code === 'remembered-gone') await ports.pages.openPopup();
    return;
  }
  // What a session asks for, a choice or a reason, the popup asks at once.
  if (others.length === 0 && (listOnly || !choice.ok)) await ports.session.setChoosing(front.tabId, only);
  if (!(await ports.pages.openPopup())) await say(ports, front.tabId, { code: 'choose-first' });
}

async function fillAs(ports: Ports, live: LiveFills, front: Front, role: Role, listOnly: boolean): Promise<void> {
  const sessions = await sessionsFor(ports, role, front.origin);
  const client = await workingFor(ports, front.tabId);
  const [only, ...others] = sessions.ok ? await meant(ports, sessions.value, client) : [];
  if (only === undefined) {
    const failure: Failure = sessions.ok ? { code: 'no-linked-session', origin: front.origin ?? '' } : sessions.failure;
    await say(ports, front.tabId, failure);
    await ports.pages.openPopup();
    return;
  }
  await ports.door.touch();
  await fillOrAsk(ports, live, front, { role, listOnly }, [only, ...others], client);
}

/**
 * Right click or shortcut on the page in front: fills it when exactly one linked session with one password is meant.
 * Where several are, those of the organization that the tab works for, or its window is pinned to, are. Otherwise the
 * popup opens, on the IT Glue credentials list where one session always prompts. So it does on an address that many
 * clients share, where nothing says which client is meant.
 */
export async function fillFront(ports: Ports, live: LiveFills, listOnly: boolean): Promise<void> {
  const role = await ports.door.role();
  const front = await ports.pages.front();
  if (front === null) return;
  if (role !== null) return fillAs(ports, live, front, role, listOnly);
  await ports.pages.openPopup();
  await say(ports, front.tabId, { code: 'locked' });
}
