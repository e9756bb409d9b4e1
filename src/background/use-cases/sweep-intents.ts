import { launchCheckMs } from '../../domain/fill.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { endFill, injectFor } from './fill.ts';

/** Ends what has expired, with a word, and takes up launches that went quiet. A launch that said something keeps its last word. */
export async function sweepIntents(ports: Ports, live: LiveFills): Promise<void> {
  const again: number[] = [];
  for (const intent of await ports.session.intents()) {
    const said = await ports.session.outcome(intent.tabId);
    if (ports.now() >= intent.expiresAt) {
      if (said !== null) await ports.session.removeIntent(intent.tabId);
      else await endFill(ports, live, intent, { failure: { code: 'intent-expired' } }, false);
      continue;
    }
    const quiet = intent.source === 'launch' && intent.stage === 'open' && said === null;
    again.push(quiet ? Math.min(intent.expiresAt, ports.now() + launchCheckMs) : intent.expiresAt);
    if (quiet && (await ports.pages.isComplete(intent.tabId))) await injectFor(ports, live, intent.tabId);
  }
  if (again.length > 0) await ports.alarms.set('intents', Math.min(...again));
}
