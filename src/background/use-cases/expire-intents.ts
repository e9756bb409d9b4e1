import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { endFill } from './fill.ts';

/** Intents whose time is up end with a word, also when the worker that made them died. A launch that said something keeps its last word. */
export async function expireIntents(ports: Ports, live: LiveFills): Promise<void> {
  for (const intent of await ports.session.intents()) {
    if (ports.now() < intent.expiresAt) continue;
    const said = await ports.session.outcome(intent.tabId);
    if (said !== null) await ports.session.removeIntent(intent.tabId);
    else await endFill(ports, live, intent, { failure: { code: 'intent-expired' } }, false);
  }
}
