import { launchCheckMs } from '../../domain/fill.ts';
import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { endFill } from './fill.ts';
import { injectFor } from './inject-for.ts';

/** In turn: the step that the tab is at ends first, and may have more to say of why. */
async function endExpired(ports: Ports, live: LiveFills, tabId: number): Promise<void> {
  await live.inTurn(tabId, async () => {
    const intent = await ports.session.intent(tabId);
    if (intent === null || ports.now() < intent.expiresAt) return;
    if ((await ports.session.outcome(tabId)) !== null) await ports.session.removeIntent(tabId);
    else await endFill(ports, live, intent, { failure: { code: 'intent-expired' } }, false);
  });
}

/** Ends what has expired, with a word, and takes up launches that went quiet. A launch that said something keeps its last word. */
export async function sweepIntents(ports: Ports, live: LiveFills): Promise<void> {
  const again: number[] = [];
  const over: number[] = [];
  for (const intent of await ports.session.intents()) {
    if (ports.now() >= intent.expiresAt) {
      over.push(intent.tabId);
      continue;
    }
    const said = await ports.session.outcome(intent.tabId);
    const quiet = intent.source === 'launch' && intent.stage === 'open' && said === null;
    again.push(quiet ? Math.min(intent.expiresAt, ports.now() + launchCheckMs) : intent.expiresAt);
    if (quiet && (await ports.pages.isComplete(intent.tabId))) await injectFor(ports, live, intent.tabId);
  }
  if (again.length > 0) await ports.alarms.set('intents', Math.min(...again));
  // They may wait for their tabs; a fill that begins meanwhile sets the alarm for itself.
  await Promise.all(over.map((tabId) => endExpired(ports, live, tabId)));
}
