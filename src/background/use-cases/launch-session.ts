import { fillOrigins } from '../../domain/entry.ts';
import type { PasswordId } from '../../domain/ids.ts';
import { rememberedFor } from '../../domain/remembered-password.ts';
import { fail, ok } from '../../domain/result.ts';
import { clientOf } from '../../domain/tab-client.ts';
import { type FillSubject, fillChoice } from '../fill-subject.ts';
import type { LiveFills } from '../live-fills.ts';
import type { UseCase } from '../use-case.ts';
import { injectFor, openIntent } from './fill.ts';

/** A launch says whom it is for, also on an address that many share. */
const knownAtLaunch = (subject: FillSubject): PasswordId | null =>
  rememberedFor(subject, subject.session.origin, clientOf(subject.credential))?.passwordId ?? null;

/** Opens the session's address in a new tab and leaves an intent for it; the page is filled when it has loaded. */
export const createLaunchSession =
  (live: LiveFills): UseCase<'session.launch'> =>
  async (ports, { entryId, passwordId }) => {
    const choice = await fillChoice(ports, entryId, passwordId, knownAtLaunch);
    if (!choice.ok) return choice;
    const { session } = choice.value;
    const [missing] = await ports.hosts.missing(fillOrigins(session));
    if (missing !== undefined) return fail({ code: 'site-not-permitted', origin: missing });
    const tabId = await ports.pages.openTab(session.startUrl);
    await ports.session.setTabClient(tabId, clientOf(choice.value.credential));
    await openIntent(ports, 'launch', tabId, choice.value);
    await ports.pages.bringToFront(tabId);
    // The page may have been complete before the intent was written: then no event comes any more.
    if (await ports.pages.isComplete(tabId)) await injectFor(ports, live, tabId);
    return ok({ tabId });
  };
