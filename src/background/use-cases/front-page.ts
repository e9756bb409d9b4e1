import { mayBeFilledAt } from '../../domain/host-variables.ts';
import type { EntryId } from '../../domain/ids.ts';
import type { Role } from '../../domain/permission.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { TabClient } from '../../domain/tab-client.ts';
import type { FrontPage } from '../../messaging/contract.ts';
import { viewsOf } from '../entry-views.ts';
import { allFolders } from '../folders.ts';
import type { Ports } from '../ports.ts';
import { keptDomains } from '../primary-domains.ts';
import type { UseCase } from '../use-case.ts';
import { waitingAim } from '../waiting-aim.ts';
import { workingFor } from '../working-for.ts';

/** The sessions that this role may fill on an origin, in the order of their names. */
export async function sessionsFor(
  ports: Ports,
  role: Role,
  origin: string | null,
): Promise<Result<readonly EntryId[]>> {
  if (origin === null) return ok([]);
  const [listed, folders, domains] = await Promise.all([
    ports.store.list('entry'),
    allFolders(ports.store),
    keptDomains(ports),
  ]);
  if (!listed.ok) return listed;
  if (!folders.ok) return folders;
  return ok(
    viewsOf(listed.value.contents, folders.value, role, { missing: new Set(), httpAuth: 'granted' }).flatMap((entry) =>
      entry.kind === 'session' &&
      entry.deletedAt === null &&
      entry.credentialEntryId !== null &&
      mayBeFilledAt(entry, origin, domains)
        ? [entry.id]
        : [],
    ),
  );
}

const noPage: FrontPage = {
  tabId: null,
  origin: null,
  sessions: [],
  choosing: null,
  lastOutcome: null,
  workingFor: null,
  pinned: null,
  aim: null,
};

async function pinOf(ports: Ports, tabId: number): Promise<TabClient | null> {
  const windowId = await ports.pages.windowOf(tabId);
  return windowId === null ? null : ports.session.pin(windowId);
}

/** What the popup shows of the page in front. */
export const frontPage: UseCase<'page.front'> = async (ports, _request, caller) => {
  const front = await ports.pages.front();
  if (front === null) return ok(noPage);
  const { tabId } = front;
  // At once: each is a way to the disk or to the browser and back, and the popup waits for them.
  const [sessions, lastOutcome, client, pinned, aim] = await Promise.all([
    sessionsFor(ports, caller.role ?? 'technician', front.origin),
    ports.session.outcome(tabId),
    workingFor(ports, tabId),
    pinOf(ports, tabId),
    waitingAim(ports, tabId),
  ]);
  if (!sessions.ok) return sessions;
  return ok({
    ...front,
    sessions: sessions.value,
    choosing: await ports.session.takeChoosing(tabId),
    lastOutcome,
    workingFor: client,
    pinned,
    aim: aim?.role ?? null,
  });
};
