import { fillOrigins } from '../../domain/entry.ts';
import { fieldPickLifetimeMs } from '../../domain/field-pick.ts';
import { mayBeFilledAt } from '../../domain/host-variables.ts';
import { fail, ok } from '../../domain/result.ts';
import { notInjected } from '../not-injected.ts';
import { keptDomains } from '../primary-domains.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Asks in the page in front for a field of the session; the answer comes by a port of its own, when a person gives it. */
export const chooseField: UseCase<'page.chooseField'> = async (ports, { entryId, tabId, role, text }) => {
  if ((role === 'extra') !== (text !== null)) return fail({ code: 'invalid-input', field: 'text' });
  const session = await existingEntry(ports, 'session', entryId);
  if (!session.ok) return session;
  const front = await ports.pages.front();
  if (front === null || front.tabId !== tabId) return fail({ code: 'tab-closed' });
  if (front.origin === null) return fail({ code: 'page-not-fillable' });
  const origins = [...new Set([front.origin, ...fillOrigins(session.value)])];
  if (!mayBeFilledAt(session.value, front.origin, await keptDomains(ports)))
    return fail({ code: 'no-linked-session', origin: front.origin });
  // A newer question ends an older one, also where no page hears it.
  await ports.session.removeFieldPick(tabId);
  const injected = await ports.pages.inject(tabId, 'choose-field');
  if (typeof injected === 'string') return fail(notInjected[injected]);
  const expiresAt = ports.now() + fieldPickLifetimeMs;
  const { documentId } = injected;
  await ports.session.setFieldPick({ tabId, sessionEntryId: entryId, origins, role, text, documentId, expiresAt });
  return ok({ until: expiresAt });
};
