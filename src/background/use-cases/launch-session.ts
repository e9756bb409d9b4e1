import { fillOrigins } from '../../domain/entry.ts';
import type { PasswordId } from '../../domain/ids.ts';
import { rememberedFor } from '../../domain/remembered-password.ts';
import { fail, ok } from '../../domain/result.ts';
import { clientOf, type TabClient } from '../../domain/tab-client.ts';
import { fillChoice, type LinkedSession } from '../fill-subject.ts';
import type { LiveFills } from '../live-fills.ts';
import { openSession } from '../open-session.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { workingFor } from '../working-for.ts';
import { openIntent } from './fill.ts';
import { injectFor } from './inject-for.ts';

/** Whom the page in front is worked on for. */
async function clientInFront(ports: Ports): Promise<TabClient | null> {
  const front = await ports.pages.front();
  return front === null ? null : workingFor(ports, front.tabId);
}

/**
 * A launch says whom it is for, also on an address that many share: the organization of the entry, and for an entry of
 * all organizations whoever is worked for where it is launched.
 */
const knownAtLaunch =
  (client: TabClient | null) =>
  ({ session, credential }: LinkedSession): PasswordId | null => {
    const meant = credential.organizationId === null ? client : clientOf(credential);
    return rememberedFor({ session, credential }, session.origin, meant)?.passwordId ?? null;
  };

/** Opens the session's address in a new tab and leaves an intent for it; the page is filled when it has loaded. */
export const createLaunchSession =
  (live: LiveFills): UseCase<'session.launch'> =>
  async (ports, { entryId, passwordId }) => {
    const client = passwordId === null ? await clientInFront(ports) : null;
    const choice = await fillChoice(ports, entryId, passwordId, knownAtLaunch(client));
    if (!choice.ok) return choice;
    const { session, credential } = choice.value;
    const [missing] = await ports.hosts.missing(fillOrigins(session));
    if (missing !== undefined) return fail({ code: 'site-not-permitted', origin: missing });
    const opened = await openSession(ports, choice.value);
    if (!opened.ok) return opened;
    const tabId = opened.value;
    await ports.session.setTabClient(tabId, clientOf(credential));
    await openIntent(ports, 'launch', tabId, choice.value);
    await ports.pages.bringToFront(tabId);
    // The page may have been complete before the intent was written: then no event comes any more.
    if (await ports.pages.isComplete(tabId)) await injectFor(ports, live, tabId);
    return ok({ tabId });
  };
