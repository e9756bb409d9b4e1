import type { Intent } from '../../domain/fill.ts';
import type { LiveFills } from '../live-fills.ts';
import { notInjected } from '../not-injected.ts';
import type { NotInjected, Ports } from '../ports.ts';
import { endFill } from './fill.ts';

/** Invariants 3, 5 and 13 of `fill.design.md`. */

/**
 * Ends a fill without a script in the page. A launch goes on to the pages that are still to come: after one that may not
 * be looked at, and while one is loading. What a silent page runs later is of a document that nobody awaits.
 */
async function endWithoutScript(ports: Ports, live: LiveFills, intent: Intent, why: NotInjected): Promise<void> {
  const end = { failure: notInjected[why] };
  if (intent.source !== 'launch' || why === 'tab-closed') return endFill(ports, live, intent, end, false);
  if (why === 'silent') await ports.session.setIntent({ ...intent, documentId: null });
  // What was filled stays the last word.
  if (intent.stage === 'code-only') return;
  if (why === 'not-permitted')
    return endFill(ports, live, intent, { outcome: { kind: 'refused', reason: 'wrong-origin' } }, true);
  return endFill(ports, live, intent, end, !(await ports.pages.isComplete(intent.tabId)));
}

/** Puts the fill script into the tab's document and notes which document that was. */
export async function injectFor(ports: Ports, live: LiveFills, tabId: number): Promise<void> {
  await live.inTurn(tabId, async () => {
    const intent = await ports.session.intent(tabId);
    if (intent === null || intent.stage === 'committed') return;
    if (ports.now() >= intent.expiresAt) {
      await endFill(ports, live, intent, { failure: { code: 'intent-expired' } }, false);
      return;
    }
    const injected = await ports.pages.inject(tabId, intent.aim === null ? 'fill' : 'fill-field');
    // A newer fill, a lock or a sign-in dialog may have taken the intent while the page made us wait.
    if ((await ports.session.intent(tabId))?.nonce !== intent.nonce)
      return live.announce(intent, { failure: { code: 'interrupted' } });
    if (typeof injected === 'string') return endWithoutScript(ports, live, intent, injected);
    await ports.session.setIntent({ ...intent, documentId: injected.documentId });
  });
}
