import type { EntryId, OrganizationId } from '../domain/ids.ts';
import type { Role } from '../domain/permission.ts';
import { rememberedFor } from '../domain/remembered-password.ts';
import { ok, type Result } from '../domain/result.ts';
import { isSharedSite } from '../domain/shared-site.ts';
import type { WorkingFor } from '../domain/tab-client.ts';
import type { LinkedSession } from './fill-subject.ts';
import { linkedCredential } from './gate.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';
import { sessionsFor } from './use-cases/front-page.ts';
import { workingFor } from './working-for.ts';

/** The page in front of a person who makes a gesture that names no session. */
export interface Front {
  readonly tabId: number;
  readonly origin: string | null;
}

/** What such a gesture means. */
export interface Meant {
  readonly sessions: readonly EntryId[];
  readonly client: WorkingFor | null;
  /** Many share the address, and nothing says which client is meant. */
  readonly unclear: boolean;
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

/** The sessions for the page in front; where there are several, those of the organization that is worked for. */
export async function meantHere(ports: Ports, role: Role, front: Front): Promise<Result<Meant>> {
  const sessions = await sessionsFor(ports, role, front.origin);
  if (!sessions.ok) return sessions;
  const client = await workingFor(ports, front.tabId);
  const unclear = client === null && front.origin !== null && isSharedSite(front.origin);
  return ok({ sessions: await meant(ports, sessions.value, client), client, unclear });
}

/** The choice that is remembered for this page and whoever is worked for. */
export const knownAt =
  ({ origin }: Front, client: WorkingFor | null) =>
  (linked: LinkedSession) =>
    origin === null ? null : (rememberedFor(linked, origin, client)?.passwordId ?? null);
