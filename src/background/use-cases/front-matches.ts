import type { Ports } from '../ports.ts';
import { sessionsFor } from './front-page.ts';

export interface FrontMatches {
  /** null: there is no page in front. */
  readonly tabId: number | null;
  /** How many sessions may be filled there; 0 while locked. */
  readonly matches: number;
  readonly locked: boolean;
  /** Whether any session is for it; null: its address is not ours to see. */
  readonly linked: boolean | null;
}

/** What the toolbar button tells of the page in front. A page whose address is not ours to see costs no look. */
export async function frontMatches(ports: Ports): Promise<FrontMatches> {
  const role = await ports.door.role();
  const front = await ports.pages.front();
  const none = { tabId: front?.tabId ?? null, matches: 0, locked: role === null, linked: null };
  if (role === null || front === null || front.origin === null) return none;
  if ((await ports.policy.read()).pack?.ended) return { ...none, linked: false };
  const sessions = await sessionsFor(ports, role, front.origin);
  if (!sessions.ok) return none;
  const matches = sessions.value.length;
  return { ...none, matches, linked: matches > 0 };
}
