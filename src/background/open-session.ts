import { fail, ok, type Result } from '../domain/result.ts';
import { containerOf } from './client-containers.ts';
import type { FillSubject } from './fill-subject.ts';
import type { Ports } from './ports.ts';

/** Opens a session's address where the session says: a tab, the container of its client, a private window. */
export async function openSession(ports: Ports, { session, credential }: FillSubject): Promise<Result<number>> {
  if (session.openIn === undefined) return ok(await ports.pages.openTab(session.startUrl));
  if (session.openIn === 'private') {
    const tabId = await ports.isolation.openPrivately(session.startUrl);
    return tabId === null ? fail({ code: 'no-private-windows' }) : ok(tabId);
  }
  const container = await containerOf(ports, credential);
  return container.ok ? ok(await ports.isolation.openInContainer(session.startUrl, container.value)) : container;
}
