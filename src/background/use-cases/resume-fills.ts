import type { LiveFills } from '../live-fills.ts';
import type { Ports } from '../ports.ts';
import { endFill } from './fill.ts';
import { injectFor } from './inject-for.ts';
import { sweepIntents } from './sweep-intents.ts';

/**
 * When the worker starts: what an earlier one left half done. A launch whose page has loaded is taken up again; a
 * password that was handed over without an answer is not handed over twice, and the fill ends as `interrupted`.
 */
export async function resumeFills(ports: Ports, live: LiveFills): Promise<void> {
  for (const intent of await ports.session.intents()) {
    if (ports.now() >= intent.expiresAt) continue;
    if (intent.stage === 'committed') await endFill(ports, live, intent, { failure: { code: 'interrupted' } }, false);
    else if (intent.source === 'launch' && (await ports.pages.isComplete(intent.tabId)))
      await injectFor(ports, live, intent.tabId);
  }
  await sweepIntents(ports, live);
}
