import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { injectFor } from './inject-for.ts';

/** How long (ms) a launched page may go on loading before it is looked at without waiting for its last image. */
export const nudgeAfterMs = 3_000;

/** Looks at a launched page that never finishes loading. A launch that has said something is left alone. */
export async function nudgeLaunch(ports: Ports, live: LiveFills, tabId: number): Promise<void> {
  const intent = await ports.session.intent(tabId);
  if (intent?.source !== 'launch' || (await ports.session.outcome(tabId)) !== null) return;
  if (await ports.pages.isComplete(tabId)) return;
  await injectFor(ports, live, tabId);
}
