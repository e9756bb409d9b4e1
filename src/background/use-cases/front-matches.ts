import type { EntryId } from '../../domain/ids.ts';
import type { Ports } from '../ports.ts';
import { sessionsFor } from './front-page.ts';

export interface FrontMatch {
  readonly id: EntryId;
  readonly name: string;
}

export interface FrontMatches {
  /** null: there is no page in front. */
  readonly tabId: number | null;
  /** The sessions that may be filled there, by name; none while locked. */
  readonly matches: readonly FrontMatch[];
  readonly locked: boolean;
}

/** What the menu and the toolbar button tell of the page in front. A page whose address is not ours to see costs no look. */
export async function frontMatches(ports: Ports): Promise<FrontMatches> {
  const role = await ports.door.role();
  const front = await ports.pages.front();
  const tabId = front?.tabId ?? null;
  const none = { tabId, matches: [], locked: role === null };
  if (role === null || front === null || front.origin === null) return none;
  if ((await ports.policy.read()).pack?.ended) return none;
  const sessions = await sessionsFor(ports, role, front.origin);
  if (!sessions.ok) return none;
  const found = await Promise.all(sessions.value.map((id) => ports.store.get('entry', id)));
  const matches = found.flatMap((entry) =>
    entry.ok && entry.value !== null ? [{ id: entry.value.id, name: entry.value.name }] : [],
  );
  return { tabId, matches, locked: false };
}
