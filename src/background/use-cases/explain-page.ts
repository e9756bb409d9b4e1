import { choicesFor } from '../../domain/field-choice.ts';
import { mayBeFilledAt } from '../../domain/host-variables.ts';
import { fail, ok } from '../../domain/result.ts';
import type { LiveFills } from '../live-fills.ts';
import { notInjected } from '../not-injected.ts';
import type { ExplanationPort } from '../ports.ts';
import { keptDomains } from '../primary-domains.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

const saidWithinMs = 5_000;

/** Asks the page in front what a fill would see there. Nothing is fetched, and nothing is written. */
export const createExplainPage =
  (live: LiveFills): UseCase<'page.explain'> =>
  async (ports, { entryId, tabId }) => {
    const session = await existingEntry(ports, 'session', entryId);
    if (!session.ok) return session;
    const front = await ports.pages.front();
    if (front === null || front.tabId !== tabId) return fail({ code: 'tab-closed' });
    const { origin } = front;
    if (origin === null) return fail({ code: 'page-not-fillable' });
    if (!mayBeFilledAt(session.value, origin, await keptDomains(ports)))
      return fail({ code: 'no-linked-session', origin });
    const said = live.explanation(tabId, session.value.fieldChoices, saidWithinMs);
    const injected = await ports.pages.inject(tabId, 'explain');
    if (typeof injected === 'string') return fail(notInjected[injected]);
    const explained = await said;
    return explained?.facts.documentId === injected.documentId
      ? ok(explained.explanation)
      : fail({ code: 'interrupted' });
  };

/** Serves the port of the explaining script. What it says is roles and reasons; who it is, the asker checks. */
export async function serveExplanationPort(live: LiveFills, port: ExplanationPort, extensionId: string): Promise<void> {
  const { tabId, frameId, url } = port.facts;
  const choices = tabId === null ? null : live.askedChoices(tabId);
  if (tabId !== null && choices !== null && frameId === 0 && port.facts.extensionId === extensionId) {
    port.send(choicesFor(choices, url ?? '').map(({ role, steps }) => ({ role, steps })));
    const explanation = await port.next(saidWithinMs);
    if (explanation !== null) live.explained(tabId, { facts: port.facts, explanation });
  }
  port.close();
}
